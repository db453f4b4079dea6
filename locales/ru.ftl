### Kiegram говорит по-русски. Ключи во всех языках одинаковы; тест сравнивает файлы.
### Кредиты — то, чем люди владеют и платят; на кнопках они обозначены 💎.

language-name = 🇷🇺 Русский
language-choose = На каком языке будем говорить?
language-chosen = Теперь говорим по-русски.

## Команды и профиль бота

command-start = Главное меню
command-models = Все модели
command-balance = Мои кредиты
command-buy = Купить кредиты
command-history = Мои работы
command-promo = Ввести промокод
command-help = Как это устроено
command-language = Выбрать язык
command-cancel = Закрыть открытую форму
command-paysupport = Помощь с оплатой
command-terms = Условия
command-privacy = Конфиденциальность
bot-description =
    Картинки, видео, музыка и речь лучших нейросетей прямо в этом чате.

    Напишите, что хотите увидеть, или пришлите фото. Цена видна до подтверждения, а платите вы только за то, что получили.
bot-short-description = Картинки, видео, музыка и речь лучших нейросетей.

## Общие кнопки и слова

button-home = 🏠 Меню
button-back = ‹ Назад
button-next-page = Дальше ›
button-previous-page = ‹ Раньше
button-page = { $page } / { $pages }
button-cancel = ✖️ Отмена
button-cancel-generation = ✖️ Отменить
button-balance = 💎 Баланс
button-history = 🕘 История
button-help = ❓ Помощь
button-language = 🌐 Язык
menu-button = Студия
button-mini-app = ✨ Открыть студию
button-models = 🗂 Все модели
button-retry = 🔁 Попробовать ещё раз
button-again = 🔁 Ещё раз
button-new-prompt = ✏️ Новый запрос
button-original = 📄 Оригинал
button-other-model = 🔀 Другая модель
button-pack = ⭐ { $stars } → { $credits } 💎
button-subscribe = 🔁 ⭐ { $stars } → { $credits } 💎 каждый месяц
button-subscribe-pay = ⭐ Платить { $stars } в месяц
button-subscription-stop = ✖️ Отключить подписку
button-subscription-resume = 🔁 Продолжить подписку
credits =
    { $count ->
        [one] { $count } кредит
        [few] { $count } кредита
       *[other] { $count } кредитов
    }
price = { $price } 💎
price-free = бесплатно
minutes = { $minutes } мин { $seconds } с
seconds-short = { $count } с
yes = вкл.
no = выкл.
menu-outdated = Это меню устарело. Вот свежее.
button-outdated = Эта кнопка устарела.
unknown-command = Такой команды я не знаю. Вот меню.
nothing-to-cancel = Отменять нечего.
form-cancelled = Отменено. Ничего не списано.
cannot-read-this = С таким сообщением я работать не умею. Пришлите текст, фото, видео или звук.

## Группы

command-imagine = Нарисовать по описанию
button-in-private = 💬 В личном чате
group-how =
    🎨 <code>/imagine лиса в снегу</code> рисует картинку, и <code>@{ $bot } лиса в снегу</code> тоже. Ответьте так на фото, чтобы изменить его.

    Платит тот, кто просит, со своего баланса.
group-start-first = Заказ оплачивается с вашего баланса. Познакомьтесь со мной один раз в личном чате, и здесь тоже заработает.
group-not-yours = Эта кнопка для того, кто заказал. Напишите /imagine, чтобы сделать своё.
group-needs-more = Здесь нужно ещё несколько настроек, они задаются в личном чате.
group-too-dear = Стоит { $price } 💎, у вас { $balance } 💎. Пополнить баланс можно в личном чате.

## Начало

start-hello = <b>Здравствуйте, { $name }!</b>
start-welcome-credits = 🎁 Для начала у вас есть { $credits }.
start-what = Напишите, что хотите увидеть, или пришлите фото. Или выберите ниже.
start-balance = Баланс: <b>{ $count } 💎</b>
start-examples = Попробуйте одним нажатием:
example-1 = 🦊 Лиса с книгой в снежном лесу
example-1-prompt = Лиса в вязаном шарфе читает книгу в снежном лесу, тёплый свет фонаря, иллюстрация к сказке
example-2 = 🌆 Неоновый город под дождём
example-2-prompt = Неоновая улица ночного города под дождём, отражения на мокром асфальте, кинематографичная фотография
example-3 = 🍰 Торт в виде планеты
example-3-prompt = Торт в виде планеты Сатурн с сахарными кольцами на белой тарелке, студийная фотография еды

## Что люди хотят сделать: типы моделей

wish-text_to_image = 🎨 Картинка
wish-image_edit = ✏️ Правка фото
wish-text_to_video = 🎬 Видео
wish-image_to_video = 🎞 Оживить
wish-text_to_audio = 🎵 Звук
wish-upscale = 🔎 Увеличить
wish-lip_sync = 👄 Аватар
wish-image_to_image = 🖼 Новый стиль
type-text_to_image = 🎨 Картинка
type-image_to_image = 🖼 Новый стиль
type-image_edit = ✏️ Правка фото
type-image_to_image_enhanced = 💠 По образцам
type-text_to_video = 🎬 Видео
type-image_to_video = 🎞 Оживить
type-video_to_video = 📹 Из видео
type-text_to_audio = 🎵 Речь и музыка
type-audio_to_text = 🎼 Ноты из трека
type-speech_to_text = 🗒 Речь в текст
type-upscale = 🔎 Увеличить
type-inpaint = 🩹 Часть картинки
type-outpaint = ↔️ Расширить картинку
type-lip_sync = 👄 Аватар
type-audio_to_audio = 🎚 Обработка
type-text_to_text = 📝 Тексты
type-utility = 🧰 Инструменты
type-count = { $name } · { $count }
type-empty = В этом разделе сейчас ничего не работает.
models-choose-type = <b>Все модели</b>
    Что хотите сделать?
models-of-type = <b>{ $type }</b>
    Выберите модель. Указано, сколько стоит один результат как минимум.
model-row = { $name } · от { $price } 💎
model-row-same = { $name } · { $price } 💎
model-row-unavailable = 🚫 { $name }
model-unavailable-now = Модель { $name } сейчас недоступна. Выберите, пожалуйста, другую.
models-found = Нашлось по запросу «{ $query }»:
models-not-found = Модели с названием «{ $query }» нет. Вот все модели.

command-presets = Мои заготовки
shelf-favourites = ⭐ Избранное
shelf-recent = 🕘 Недавние
shelf-quick = ⚡️ Быстрые
shelf-title = <b>{ $name }</b>
shelf-empty-favourites = Пока пусто. Откройте модель и нажмите ☆ в разделе «Больше настроек».
shelf-empty-recent = Пока пусто. Здесь появится то, чем вы пользуетесь.
shelf-empty-quick = Моделями здесь ещё никто не пользовался, поэтому я не знаю, сколько они работают.
model-row-new = 🆕 { $row }
model-row-timed = { $row } · ~{ $time }
ask-model-search = 🔎 Напишите часть названия: wan, kling, suno, upscale …
favourite-add = ☆ В избранное
favourite-remove = ★ В избранном
favourite-added = Теперь в избранном.
favourite-removed = Больше не в избранном.
button-save-preset = 💾 Сохранить заготовку
button-presets = 💾 Заготовки
presets-title =
    <b>Ваши заготовки</b>
    Одно нажатие открывает форму такой, какой вы её сохранили.
presets-empty =
    <b>Ваши заготовки</b>

    Пока пусто. Откройте модель, настройте её и нажмите 💾 в разделе «Больше настроек».
ask-preset-name = 💾 Напишите название для этой заготовки.
preset-saved = 💾 Сохранено как «{ $name }». Другие могут начать с неё, но без ваших файлов: { $link }
preset-dropped = Заготовка удалена.

## Форма

form-more = ⚙️ Все настройки
form-less = ⚙️ Меньше настроек
form-generate = ✅ Создать · { $price } 💎
form-generate-free = ✅ Создать · бесплатно (ещё { $left } из { $perDay })
form-generate-unpriced = ✅ Создать
form-fill-next = ✍️ Заполнить: { $field }
form-button = { $field }: { $value }
form-button-empty = { $field }
form-switch-on = { $field } ✅
form-switch-off = { $field } ⬜️
form-choice-chosen = ✓ { $value }
form-clear = 🗑 Очистить
form-now = Сейчас: <b>{ $value }</b>
form-cannot-read = ⚠️ Для поля «{ $field }» это не подходит.
form-files-count =
    { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[other] { $count } файлов
    }
form-entries-count =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
       *[other] { $count } записей
    }
form-line = { $field }: <b>{ $value }</b>
form-line-text = { $field }:
form-line-empty = { $field }: —
form-problem = ⚠️ { $problem }
form-required-left = Осталось заполнить: { $fields }
form-price = Цена: <b>{ $price } 💎</b> · у вас { $balance } 💎
form-price-free = Цена: <b>бесплатно</b>, сегодня осталось { $left } из { $perDay } · у вас { $balance } 💎
form-price-short = Цена: <b>{ $price } 💎</b> · у вас { $balance } 💎, <b>не хватает { $missing } 💎</b>
form-price-at-most = Это наибольшая цена. Что не понадобится, вернётся к вам.
form-price-unknown = Цена появится, как только будет заполнено всё нужное.
form-price-needs-measure = Цена зависит от длины файла и появится, когда она станет известна.
form-not-for-sale = Такое сочетание настроек не продаётся. Измените, пожалуйста, настройки.
form-ready = Нажмите кнопку, чтобы начать, или сначала что-нибудь измените.
form-already-running = Уже выполняется.
form-changed-meanwhile = Кредиты уже у вас. Форма изменилась с тех пор, как вы её подтвердили, поэтому посмотрите на неё и подтвердите ещё раз.
wanted-image = картинка
wanted-video = видео
wanted-audio = звук
wanted-file = файл
ask-text = ✍️ Пришлите «{ $field }» сообщением.
ask-number = 🔢 Пришлите «{ $field }» числом.
ask-number-range = 🔢 Пришлите «{ $field }» числом от { $min } до { $max }.
ask-image = 🖼 Пришлите картинку для поля «{ $field }».
ask-video = 📹 Пришлите видео для поля «{ $field }».
ask-audio = 🎵 Пришлите звук или голосовое сообщение для поля «{ $field }».
ask-file = 📎 Пришлите файл для поля «{ $field }».
ask-files-up-to =
    { $max ->
        [one] Поместится только { $max } файл.
        [few] Поместится до { $max } файлов: по одному или альбомом.
       *[other] Поместится до { $max } файлов: по одному или альбомом.
    }
ask-choice = Выберите «{ $field }»:
ask-list = ✍️ Пришлите «{ $field }» сообщением, каждую запись с новой строки.
ask-object = ✍️ Пришлите «{ $field }» сообщением: <code>{ $pattern }</code>
ask-objects = ✍️ Пришлите «{ $field }» сообщением, каждую запись с новой строки: <code>{ $pattern }</code>
files-what-to-do-image =
    { $count ->
        [one] 🖼 Хорошая картинка. Что с ней сделать?
        [few] 🖼 { $count } картинки. Что с ними сделать?
       *[other] 🖼 { $count } картинок. Что с ними сделать?
    }
files-what-to-do-video =
    { $count ->
        [one] 📹 Видео получено. Что с ним сделать?
       *[other] 📹 Видео получены: { $count }. Что с ними сделать?
    }
files-what-to-do-audio =
    { $count ->
        [one] 🎵 Звук получен. Что с ним сделать?
       *[other] 🎵 Звуки получены: { $count }. Что с ними сделать?
    }
files-what-to-do-file =
    { $count ->
        [one] 📎 Файл получен. Что с ним сделать?
        [few] 📎 { $count } файла. Что с ними сделать?
       *[other] 📎 { $count } файлов. Что с ними сделать?
    }
file-no-action = Ни одна из доступных моделей не умеет работать с таким файлом.

button-add-entry = ➕ Добавить
button-drop-entry = 🗑 Убрать
button-drop-file = 🗑 Файл { $number }
entry-how = Нажмите то, что хотите изменить.

## Ожидание

status-queued = ⏳ <b>{ $model }</b>: в очереди
status-queued-place = ⏳ <b>{ $model }</b>: { $place }-е место в очереди
status-paused = ⏸ <b>{ $model }</b>: новые заказы на нашей стороне пока приостановлены. Ваш остаётся в очереди и начнётся сам; его можно отменить, и до получения результата ничего не списывается.
status-running = 🎛 <b>{ $model }</b>: в работе
status-late = 🐢 <b>{ $model }</b>: дольше обычного. Я продолжаю ждать и пришлю результат, как только он будет готов.
status-delivering = 📦 <b>{ $model }</b>: готово, отправляю вам
status-delivered = ✅ <b>{ $model }</b>: готово за { $time }
status-uncertain = 🔍 <b>{ $model }</b>: сервис не подтвердил заказ. Я выясняю; просто так вы не заплатите.
status-failed = ❌ <b>{ $model }</b>: { $reason }
status-cancelled = ✖️ <b>{ $model }</b>: отменено
status-elapsed = Прошло { $time }
status-starts-in = Начнётся примерно через { $time }
status-estimate = Обычно занимает около { $time }
status-credits-back = На баланс вернулось: { $credits }.
status-free-back = Бесплатная попытка не потрачена.
status-cancel-done = Отменено, кредиты вернулись на баланс.

## Результаты

caption-facts = <b>{ $model }</b> · { $time } · { $price }
caption-link = Файл слишком велик для чата ({ $name }): <a href="{ $url }">открыть здесь</a>. Хранится 14 дней.
result-actions = Что дальше?
action-image_edit = ✏️ Изменить
action-image_to_video = 🎞 Оживить
action-upscale = 🔎 Увеличить
action-video_to_video = 📹 Переделать
original-gone = Сервис больше не хранит оригинал. То, что есть в чате, останется.
original-loading = Загружаю оригинал…
result-text-file = Текст длинный, поэтому он в файле.

button-vary = 🎲 Другой · { $price } 💎
button-uses = ➕ Использовать…
button-copy-prompt = 📋 Копировать запрос
button-share = ↗️ Поделиться
button-search = 🔎 Поиск
button-hide = 🗑 Удалить из истории
vary-started = Ещё один вариант уже делается.
uses-of-result = <b>Что из этого сделать?</b>
history-found = <b>Ваши результаты</b> со словами «{ $words }»
history-none = Такого здесь пока нет.
history-hidden = Удалено из истории.
history-kind-all = 🗂
history-kind-image = 🖼
history-kind-video = 🎬
history-kind-audio = 🎵
history-kind-text = 📝
ask-result-search = 🔎 Напишите слово из запроса, и я найду его среди ваших результатов.
action-audio_to_audio = 🎚 Переделать

## Баланс

balance-title = <b>Баланс: { $count } 💎</b>
balance-held = Отложено на то, что сейчас выполняется: { $count } 💎
balance-last = Последние записи:
balance-empty = Записей пока нет.
balance-line-posted = { $date } · { $what } · <b>{ $amount } 💎</b>
balance-line-pending = { $date } · { $what } · <i>{ $amount } 💎 отложено</i>
balance-line-voided = { $date } · { $what } · <s>{ $amount } 💎</s> возвращено
balance-line-free = { $date } · { $what } · <b>бесплатно</b>
balance-line-free-back = { $date } · { $what } · <s>бесплатно</s> не засчитано
balance-support = Чтобы пополнить баланс, напишите { $contact }.
entry-start = Подарок при знакомстве
entry-stars = Куплено за звёзды
entry-pack = Пакет за ⭐ { $stars }
entry-subscription = Подписка, ⭐ { $stars }
entry-free = { $model } (бесплатно)
entry-operator = Подарок
entry-promo = Промокод { $code }
entry-referral = За приглашённого друга
entry-refund = Возврат звёзд
entry-refund-undone = Возврат отменён
entry-operator-withdrawal = Исправление
payment-credited = ⭐️ Спасибо! Зачислено: { $credits }.
payment-subscribed = ⭐️ Спасибо! Зачислено: { $credits }. Следующее зачисление { $date }, затем каждые 30 дней; отключить можно в любой момент в /balance.
payment-renewed = 🔁 Подписка продлена, зачислено: { $credits }. В следующий раз { $date }.
payment-unmatched = ⭐️ Ваш платёж пришёл, но не подходит ни к одному предложению. Оператор разберётся; ничего не потеряно.
credits-granted = 💎 Вам начислено: { $credits }. Теперь на балансе { $left }.
credits-taken = 💎 С баланса снято: { $credits }. Теперь на балансе { $left }.
credits-for-payment = 💎 Ваш платёж на ⭐ { $stars } учтён, начислено: { $credits }. Теперь на балансе { $left }.
credits-note = 💬 { $note }
payment-refunded = ↩️ Вам возвращено ⭐ { $stars }, с баланса снято { $withdrawn } 💎.
payment-twice = ↩️ Вы оплатили подписку дважды в один и тот же момент. Вам возвращено ⭐ { $stars }, действует только одна подписка.
balance-invite = 🤝 Пригласите друга: { $link }
    Вы оба получите { $credits } 💎, когда другу придёт первый результат.
referral-rewarded = 🤝 Ваш друг получил первый результат, и каждому из вас зачислено: { $credits }. Спасибо за приглашение!

## Покупка кредитов

packs-choose = ⭐ Чтобы пополнить баланс, выберите пакет:
packs-none = Сейчас купить кредиты здесь нельзя.
packs-short = <b>Не хватает кредитов.</b> Цена { $price } 💎, у вас { $balance } 💎, не хватает { $missing } 💎.
packs-short-choose = Выберите пакет, которого хватит. После оплаты заказ начнётся сам.
packs-short-largest = Одного пакета не хватит; это самый большой. После оплаты форма вернётся к вам.
invoice-about = Кредиты на картинки, видео, музыку и речь. Они не сгорают.
invoice-monthly = { $credits } кредитов каждый месяц
invoice-monthly-about = Кредиты на картинки, видео, музыку и речь, каждые 30 дней. Они не сгорают. Отключить можно в любой момент в /balance.
subscription-about = 🔁 <b>{ $credits } 💎 каждый месяц за ⭐ { $stars }</b>
    Telegram спишет звёзды сейчас и будет списывать каждые 30 дней, и каждый раз приходят кредиты. Отключить можно в любой момент в /balance; оплаченное остаётся.
subscription-active = 🔁 Подписка: { $credits } 💎 в месяц за ⭐ { $stars }, следующее списание { $date }
subscription-canceled = 🔁 Подписка: { $credits } 💎 в месяц за ⭐ { $stars }, закончится { $date }
subscription-failed = ⚠️ Подписка: { $credits } 💎 в месяц за ⭐ { $stars } не оплачена, закончится { $date }
subscription-stopped = Подписка закончится вместе с оплаченным месяцем.
subscription-resumed = Подписка продолжается.
invoice-about-waiting = После оплаты ваш заказ начнётся сам: { $model }.
promo-how = Пришлите промокод так: <code>/promo КОД</code>
promo-redeemed = 🎁 Зачислено: { $credits }.
promo-line = 🎁 <code>{ $code }</code> · { $credits } 💎 · использован { $uses } из { $most }
refund-how = Пришлите номер платежа: <code>/refund НОМЕР</code>
refund-done = ↩️ Готово: возвращено ⭐ { $stars }, снято { $withdrawn } из { $credits } 💎.
refund-refused = Telegram отказался вернуть ⭐ { $stars }. У человека снова { $withdrawn } из { $credits } 💎.
refund-pending = Telegram пока не ответил. Снято { $withdrawn } из { $credits } 💎; я буду спрашивать, пока ⭐ { $stars } не вернутся.

## Правила

contact-unnamed = оператору этого бота
paysupport-text = <b>Помощь с оплатой</b>

    Кредиты зачисляются, как только Telegram сообщит о платеже, самое позднее через десять минут. За то, что не удалось, вы не платите: кредиты возвращаются сами.

    Что-то не так или хотите вернуть звёзды? Напишите { $contact } и приложите чек, который Telegram показывает для платежа. Звёзды за непотраченные кредиты возвращаются. Поддержка самого Telegram с покупками в этом боте помочь не может.
terms-text = <b>Условия</b>

    1. Вы покупаете кредиты за звёзды Telegram и тратите их на результаты. Цена видна перед каждым заказом; платите вы только за то, что получили.
    2. Кредиты принадлежат вашему аккаунту. Они не сгорают, их нельзя передать или обменять на деньги; звёзды за непотраченные кредиты возвращаются по просьбе.
    3. Результаты создают нейросети других компаний. Они могут ошибаться или походить на существующие произведения; за то, как вы их используете, отвечаете вы.
    4. Присылайте только то, на что у вас есть права. Ничего незаконного, никаких сексуальных материалов с несовершеннолетними, никаких подделок под настоящих людей против их воли. Нарушитель теряет доступ.
    5. По вопросам и возвратам пишите { $contact } или смотрите /paysupport.
privacy-text = <b>Конфиденциальность</b>

    <b>Хранится:</b> ваш номер в Telegram, имя, имя пользователя и язык; ваши заказы с текстами, настройками и результатами; ссылки на присланные файлы; платежи и кредиты.
    <b>Передаётся:</b> тексты, настройки и файлы заказа получает kie.ai, где создаётся результат, который через несколько дней там удаляется. Платежи проводит Telegram. Ничего не продаётся и не идёт на рекламу.
    <b>Ваши права:</b> напишите { $contact }, чтобы узнать, что о вас хранится, или удалить это. Суммы платежей остаются без вашего имени: книги должны сходиться.

## История

history-title = <b>Ваши работы</b>
history-empty = Здесь пока пусто. Напишите, что хотите увидеть, и оно появится здесь.
history-row = { $icon } { $what } · { $date }
history-item = <b>{ $model }</b> · { $date } · { $price }
history-no-files = Файлов этой работы больше нет.
history-state-queued = в очереди
history-state-submitting = запускается
history-state-uncertain = выясняется
history-state-running = в работе
history-state-succeeded = отправляется
history-state-delivered = доставлено
history-state-failed = не получилось
history-state-cancelled = отменено

command-forget = Удалить всё обо мне
too-fast = 🐇 Слишком быстро для меня. Подождите пару секунд и продолжайте.
start-rules = <i>Ничего противозаконного, никакого сексуального содержания с несовершеннолетними, никаких поддельных изображений реальных людей против их воли. Подробнее: /terms</i>
button-forget = 🗑 Удалить всё
forget-ask =
    <b>Удалить всё, что о вас хранится?</b>

    Имя, настройки, запросы, файлы, заготовки, результаты и история исчезнут навсегда. То, что в этом чате, останется, пока вы не удалите чат.

    Кредиты и суммы платежей сохранятся, потому что учёт должен сходиться.
forget-done = Готово. Ничего не осталось. Пишите, когда захотите, и мы начнём сначала.
inline-create = ✨ Создать в боте
inline-open-model = 🎨 Попробовать
inline-like-this = ✨ Сделать такое же
error-generations-under-way = Что-то ваше ещё делается. Попробуйте, когда оно будет готово.

## Помощь

help-text =
    <b>Как это устроено</b>

    1. Напишите, что хотите увидеть, пришлите фото или выберите в меню.
    2. Измените настройки или оставьте как есть. Цена указана на зелёной кнопке.
    3. Нажмите её. Результат придёт в этот чат.

    Вы платите только за то, что получили. Если что-то не удалось, кредиты возвращаются сами.

    /models все модели · /balance кредиты · /history работы
    /language язык · /cancel закрыть открытую форму
help-support = Вопросы: { $contact }

## Почему не получилось

failure-content-refused = сервис отклонил запрос по своим правилам о содержании. Измените запрос или картинку и попробуйте снова.
failure-input-refused = сервис не принял эти настройки. Измените их и попробуйте снова.
failure-task-failed = модель не справилась. Попробуйте ещё раз или измените запрос.
failure-timed-out = модель не успела. Попробуйте немного позже.
failure-provider-busy = сервис перегружен. Попробуйте через несколько минут.
failure-provider-down = сервис не отвечает. Попробуйте через несколько минут.
failure-provider-paused = генерация сейчас приостановлена. Оператор уже знает; попробуйте позже.
failure-model-unavailable = эта модель сейчас недоступна. Выберите, пожалуйста, другую.
failure-attachment-gone = присланный файл больше нельзя получить. Пришлите его ещё раз.
failure-result-gone = результат был готов, но сервис его больше не хранит. Попробуйте ещё раз.
failure-never-confirmed = сервис так и не подтвердил заказ.

## Ошибки, которые может встретить человек

error-unexpected = Что-то сломалось на нашей стороне. За это ничего не списано; попробуйте, пожалуйста, ещё раз.
error-unknown-model = Этой модели больше нет. Выберите, пожалуйста, другую.
error-model-unavailable = Эта модель сейчас недоступна. Выберите, пожалуйста, другую.
error-invalid-input = Некоторые настройки пока не подходят, см. пометки.
error-price-changed = Цена изменилась. Посмотрите на кнопку и подтвердите ещё раз.
error-not-for-sale = Такое сочетание настроек не продаётся. Измените, пожалуйста, настройки.
error-needs-measure = Я не могу измерить этот файл, поэтому не могу назвать цену. Пришлите, пожалуйста, другой.
error-balance-too-low = Не хватает кредитов: цена { $needed } 💎, у вас { $available } 💎, не хватает { $missing } 💎.
error-provider-closed = Новые запуски ненадолго приостановлены. Ваши кредиты на месте; попробуйте, пожалуйста, позже.
error-not-uncertain = Этот заказ уже разобран.
error-task-belongs-elsewhere = Эта задача относится к другой генерации или к другой модели.
error-task-not-readable = kie.ai не знает задачу { $taskId } или сейчас не отвечает.
error-too-many-open = У вас уже несколько запусков в работе. Дождитесь, пока хотя бы один закончится.
error-free-used-up = Бесплатные генерации на сегодня закончились. Посмотрите цену и подтвердите ещё раз.
error-too-late-to-cancel = Работа уже началась, отменить её нельзя.
error-attachment-gone = Присланный файл больше нельзя получить. Пришлите его, пожалуйста, ещё раз.
error-attachment-too-large = Файл больше { $limit } МБ, и Telegram не даёт мне его скачать. Пришлите файл поменьше или ссылку на него.
error-session = Сеанс закончился. Закройте страницу и откройте её снова.
error-too-many-calls = Слишком быстро. Подождите немного.
error-preset-gone = Этой заготовки больше нет.
error-invalid-call = Страница устарела. Закройте её и откройте снова.
error-address-unreachable = По этой ссылке не удаётся получить файл. Пришлите другую ссылку или сам файл.
error-upload-too-large = Файл больше { $limit } МБ. Выберите файл поменьше.
error-upload-unreadable = Такой файл использовать нельзя. Подойдёт картинка, видео, звук или PDF.
error-too-many-uploads = На сегодня файлов достаточно. Приходите завтра.
error-preset-name-taken = У вас уже есть заготовка с таким именем.
error-generation-not-found = Этого результата больше нет.
error-hold-already-captured = Эти кредиты уже потрачены.
error-hold-already-released = Эти кредиты уже возвращены.
error-person-unknown = Этот человек ещё не писал боту.
error-not-operator = Это только для операторов.
error-reason-missing = Напишите причину: она попадёт в журнал.
error-amount-invalid = Нужно целое число от 1 до { $most }.
error-operator-not-blockable = Оператора заблокировать нельзя. Сначала уберите его из ADMIN_IDS.
error-markup-invalid = Нужно число от { $min } до { $max }.
error-broadcast-invalid = В сообщении должно быть от 1 до { $most } знаков.
error-broadcast-unknown = Такой рассылки нет.
error-broadcast-state = Рассылка уже в другом состоянии. Откройте её снова.
error-catalogue-check-running = Каталог уже сверяется. Дождитесь отчёта.
error-desk-link-used = Эта ссылка на пульт уже использована или устарела. Отправьте боту /desk, чтобы получить новую.
error-invoice-unknown = Этого предложения больше нет. Выберите, пожалуйста, пакет заново.
error-invoice-not-yours = Это предложение сделано другому человеку.
error-invoice-changed = Цена изменилась. Выберите, пожалуйста, пакет заново.
error-invoice-paid = Это предложение уже оплачено.
error-subscription-runs = У вас уже есть подписка, см. /balance.
error-person-banned = С этого аккаунта покупки невозможны.
error-payment-unknown = Такого платежа нет.
error-payment-already-credited = Этот платёж уже зачислен.
error-payment-already-refunded = Этот платёж уже возвращён.
error-refund-credits-spent = Часть кредитов этого платежа уже потрачена, поэтому ничего не сделано. Верните его ещё раз, чтобы снять только остаток.
error-promo-unknown = Такого промокода нет.
error-promo-expired = Срок действия этого промокода истёк.
error-promo-used-up = Этот промокод уже закончился.
error-promo-already-used = Вы уже использовали этот промокод.
error-promo-exists = Такой промокод уже есть.
error-promo-invalid = Промокод: от 3 до 32 латинских букв, цифр, _ или -, и хотя бы один кредит.
error-telegram-token-refused = Telegram не принимает токен бота.
error-telegram-unreachable = Telegram сейчас не отвечает. Попробуйте, пожалуйста, ещё раз.
error-webhook-protected = Обновления этого бота получает вебхук { $address }, а PROTECT_WEBHOOK=1 запрещает забирать их у него.

## Тому, кто запускает программу

error-database-unreachable = База данных { $place } не отвечает.
error-data-folder-in-use = Папкой данных уже пользуется другой процесс.
error-schema-too-new = База данных новее этой программы. Запустите более новую версию.
error-migration-edited = Уже применённую миграцию потом изменили.

## Оператору

alert-provider-out-of-credits = 🛑 kie.ai отказывает: на счёте закончились кредиты. До пополнения ничего не продаётся и не покупается. Очередь потом продолжится сама.
alert-provider-unauthorized = ⚠️ kie.ai не принимает ключ API. Пока KIE_API_KEY неверен, создать ничего нельзя.
alert-provider-credits-low = ⚠️ На счёте kie.ai осталось { $credits } кредитов. Пожалуйста, пополните его.
alert-provider-closed = 🛑 На счёте kie.ai осталось { $credits } кредитов: продажи остановлены, пока счёт не пополнен.
alert-provider-credits-enough = ✅ На счёте kie.ai снова { $credits } кредитов. Продажи продолжаются.
alert-provider-silent = 🔇 kie.ai не отвечает. Заказы ждут в очереди, ничего не списывается, и всё продолжится само, когда он ответит.
alert-provider-answers = ✅ kie.ai снова отвечает. Очередь идёт дальше.
alert-disk-full = 🛑 На диске базы данных осталось { $megabytes } МБ: продажи остановлены, пока не появится место.
alert-disk-room = ✅ На диске снова есть место ({ $megabytes } МБ). Продажи идут.
alert-uncertain-purchase = ⚠️ kie.ai не подтвердил заказ: генерация <code>{ $generation }</code> ({ $model }).
alert-uncertain-released = ⚠️ kie.ai так и не подтвердил генерацию { $generation }. Кредиты человеку возвращены; сверьте, пожалуйста, со счётом.
alert-job-dead = ⚠️ Фоновое задание больше не повторяется: { $job }.
button-desk = 🖥 Пульт
button-desk-here = 🖥 Открыть пульт здесь
open-desk-link =
    🖥 <b>Пульт оператора</b>
    { $link }

    Ссылка действует один раз, пять минут. Не передавайте её никому.
open-desk-not-built = Пульт не собран: npm run build:web, затем перезапуск.
action-done-credits-granted = начислено 💎
action-done-credits-taken = снято 💎
action-done-person-blocked = блокировка
action-done-person-unblocked = разблокировка
action-done-payment-refunded = платёж возвращён
action-done-payment-credited = платёж зачислен
action-done-purchase-attached = задача прикреплена
action-done-purchase-released = кредиты возвращены
action-done-purchase-retried = заказ повторён
action-done-model-switched-off = модель выключена
action-done-model-switched-on = модель включена
action-done-markup-set = наценка изменена
action-done-promo-created = новый промокод
action-done-promo-closed = промокод закрыт
action-done-catalogue-compared = каталог сверен
action-done-broadcast-started = рассылка начата
action-done-broadcast-paused = рассылка на паузе
action-done-broadcast-resumed = рассылка продолжена
action-done-broadcast-cancelled = рассылка отменена
admin-title = <b>🛠 Оператор</b> · { $day }
admin-people = 👥 Новых: { $newPeople }, были сегодня: { $activePeople }
admin-generations = 🎨 Готово: { $delivered }, не вышло: { $failed }, в работе: { $underWay }
admin-money = 💰 Заработано { $income } 💎, потрачено { $spending } кредитов kie · ⭐ { $stars } за { $payments ->
    [one] { $payments } платёж
    [few] { $payments } платежа
   *[other] { $payments } платежей
}
admin-account-enough = 🏦 kie.ai: осталось кредитов: { $credits }
admin-account-low = ⚠️ kie.ai: осталось всего кредитов: { $credits }
admin-account-closed = 🛑 kie.ai: осталось кредитов: { $credits }, продажи остановлены
admin-done = Готово.
admin-done-before = Это уже сделано.
act-why = ❓ <b>Почему?</b> Выберите причину или напишите свою: она попадёт в журнал.
act-reason = ❓ Причина: { $reason }
act-grant = ➕ Начислить <b>{ $amount } 💎</b>: { $name }?
    Сейчас доступно { $available } 💎. Человек узнает об этом.
act-take = ➖ Списать <b>{ $amount } 💎</b>: { $name }?
    Сейчас доступно { $available } 💎. Человек узнает об этом.
act-block = 🚫 Заблокировать: { $name }? Бот перестанет отвечать, но всё купленное останется за человеком.
act-unblock = ✅ Разблокировать: { $name }?
act-refund = ↩️ Вернуть <b>⭐ { $stars }</b>: { $name }? { $credits } 💎 этого платежа будут сняты.
act-refund-forced = ↩️ Всё равно вернуть <b>⭐ { $stars }</b>: { $name }?
    ⚠️ Из { $credits } 💎 этого платежа осталось только { $available }. Остаток будет снят.
act-credit = ➕ Начислить <b>{ $credits } 💎</b> за платёж ⭐ { $stars }: { $name }? Человек узнает об этом.
act-attach = 🔗 Прикрепить задачу <code>{ $task }</code> к <code>{ $generation }</code>?
act-retry = 🔁 Заказать <code>{ $generation }</code> ещё раз? Если kie.ai продал её и в первый раз, там будет оплачено дважды.
act-release = ↩️ Вернуть кредиты за <code>{ $generation }</code>?
act-switch-off = 🚫 Выключить <b>{ $name }</b> для всех? То, что уже в очереди, будет сделано.
act-switch-on = ✅ Снова продавать <b>{ $name }</b>?
act-markup = 💲 Изменить наценку с ×{ $old } на <b>×{ $markup }</b>? Подтверждённые цены не изменятся.
act-markup-reset = 💲 Вместо ×{ $old } взять наценку из настроек? Подтверждённые цены не изменятся.
act-new-promo = 🎁 Создать код <code>{ $code }</code>? По { $credits } 💎, раз: { $most }, последний день: { $end }
act-close-promo = ✖️ Закрыть <code>{ $code }</code>? То, что он дал, останется.
act-broadcast-start = 📣 Отправить это { $count ->
    [one] { $count } человеку
   *[other] { $count } людям
}?
    <i>{ $text }</i>
act-broadcast-pause = ⏸ Приостановить эту рассылку?
    <i>{ $text }</i>
act-broadcast-resume = ▶️ Продолжить эту рассылку?
    <i>{ $text }</i>
act-broadcast-cancel = ✖️ Отменить эту рассылку совсем?
    <i>{ $text }</i>
button-act-grant = ✔️ Начислить { $amount } 💎
button-act-take = ✔️ Списать { $amount } 💎
button-act-markup = ✔️ Взять ×{ $markup }
button-act-new-promo = ✔️ Создать код
button-act-told = ☑️ Сообщить причину человеку
button-act-untold = ⬜️ Сообщить причину человеку
reason-trouble = Извинение за сбой
reason-gift = Подарок
reason-mistake = Исправление ошибки
reason-misuse = Злоупотребление
reason-spam = Спам
reason-cleared = Выяснили
reason-asked = По просьбе
reason-checked = Проверено вручную
reason-in-log = Есть в kie.ai/logs
reason-not-in-log = Нет в kie.ai/logs
reason-fails = Частые сбои
reason-dear = Слишком дорого
reason-trial = Проба
reason-works = Снова работает
reason-prices = Новые цены
reason-campaign = Акция
reason-over = Закончилось
reason-news = Новости
reason-look = Надо проверить
admin-unmatched = 💫 Платежи, которые не подошли ни к одному предложению; по ним ничего не зачислено:
admin-unmatched-none = 💫 Все платежи зачислены или возвращены.
admin-ask-credit = ➕ Сколько кредитов начислить за платёж ⭐ { $stars }? Выберите или пришлите число.
admin-payment = ⭐ <b>{ $stars }</b> · { $date }
    👤 { $name }
    <code>{ $charge }</code>
admin-payment-credited = ✅ зачислено { $credits } 💎
admin-payment-unmatched = ⚠️ пока ничего не зачислено
admin-payment-refunding = ⏳ возвращается, снято { $withdrawn } из { $credits } 💎
admin-payment-refunded = ↩️ возвращён, снято { $withdrawn } из { $credits } 💎
admin-payment-problem-invoice-unknown = Счёт, который в нём назван, не наш.
admin-payment-problem-amount-differs = Сумма не та, что в счёте.
admin-payment-problem-payer-differs = Заплатил не тот, кому предложили.
admin-payment-problem-refunded-before-recorded = Его вернули раньше, чем он дошёл сюда.
admin-models-found = 🔎 Модели по запросу «{ $query }»:
admin-models-found-none = 🔎 По запросу «{ $query }» моделей нет.
admin-person-log-line = <i>{ $date }</i> { $who }: { $what }{ $reason }
button-admin-unmatched = 💫 Решить по платежам · { $count }
button-admin-credit = ➕ Начислить за него
button-admin-decide = ⚖️ Решить
promo-until = до { $day } включительно
promo-over = закрыт { $date }
admin-ask-person = 👤 Пришлите id, имя пользователя или начало имени.
admin-ask-model = 🔎 Пришлите название модели.
admin-ask-markup = 💲 Пришлите новую наценку: кредитов за кредит kie, например <code>2.5</code>
admin-ask-promo = 🎁 Пришлите новый код: <code>КОД КРЕДИТЫ РАЗ ДО</code>, например <code>SPRING 50 100 2031-05-31</code>. РАЗ (- без ограничения) и ДО можно не указывать.
admin-ask-grant = ➕ Сколько кредитов? Причину можно написать тут же: <code>50 извинение за сбой</code>
admin-ask-take = ➖ Сколько кредитов? Причину можно написать тут же: <code>50 начислено по ошибке</code>
admin-found = 👤 Нашлись по запросу «{ $query }»:
admin-found-nobody = По запросу «{ $query }» никого нет.
admin-person = 👤 <b>{ $name }</b> · { $locale }
    с { $joined }, последний раз { $seen }
    💎 Доступно: { $available }, удержано: { $held }
    🎨 Готово: { $delivered }, не вышло: { $failed }
admin-person-here = ✅ пользуется ботом
admin-person-blocked = 🚫 заблокирован оператором
admin-person-gone = 💤 остановил бота
admin-models = 🧯 Выключенные модели и те, у которых были сбои за 24 часа:
admin-models-none = 🧯 Все модели включены, сбоев за 24 часа не было.
admin-model = <b>{ $name }</b>
    <code>{ $id }</code>
admin-model-failing = За 24 часа готово: { $delivered }, не вышло: { $failed }. Последний сбой: { $words }
admin-model-on = ✅ Продаётся.
admin-model-off = 🚫 Выключена для всех; то, что уже в очереди, будет сделано.
admin-markup = 💲 Наценка: <b>×{ $markup }</b> кредитов за кредит kie. Новая действует через несколько секунд; подтверждённые цены не меняются.
admin-promo = <b>🎁 Промокоды</b>
admin-promo-none = Пока ни одного.
admin-ask-broadcast = 📣 Пришлите сообщение таким, каким его прочтут; жирный шрифт, ссылки и эмодзи сохранятся.
admin-broadcasts = <b>📣 Рассылки</b>
admin-broadcasts-none = Пока ни одной.
admin-broadcast-state-draft = ✏️ не начата
admin-broadcast-state-running = ▶️ идёт
admin-broadcast-state-paused = ⏸ на паузе
admin-broadcast-state-cancelled = ✖️ отменена
admin-broadcast-state-done = ✅ закончена
admin-broadcast-to = Кому: { $locale }, { $activity }
admin-broadcast-everybody = 🌍 все языки
admin-broadcast-always = все
admin-broadcast-days = были за { $days } дн.
admin-broadcast-reach = Сейчас получат { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}.
admin-broadcast-counts = 📬 Отправлено { $sent } из { $total } · ушли: { $gone } · не вышло: { $failed } · неясно: { $unsure }
admin-broadcast-row = { $state } · { $text }
button-admin-broadcasts = 📣 Рассылки
button-admin-broadcast-new = ✏️ Новая рассылка
button-admin-broadcast-preview = 👁 Прислать мне
button-admin-broadcast-start = 📣 Отправить: { $count }
button-admin-broadcast-pause = ⏸ Пауза
button-admin-broadcast-resume = ▶️ Продолжить
button-admin-broadcast-cancel = ✖️ Отменить совсем
admin-uncertain = 🔍 Заказы, которые kie.ai не подтвердил:
admin-log = <b>📜 Журнал</b>
admin-log-empty = Пока пусто.
admin-log-line = <i>{ $date }</i> { $who }: { $what } · { $subject }{ $reason }
button-admin-find = 👤 Найти человека
button-admin-models = 🧯 Модели · выкл.: { $off }
button-admin-uncertain = 🔍 Неясные · { $count }
button-admin-markup = 💲 Наценка ×{ $markup }
button-admin-promo = 🎁 Промокоды
button-admin-log = 📜 Журнал
button-admin-grant = ➕ Начислить
button-admin-take = ➖ Списать
button-admin-block = 🚫 Заблокировать
button-admin-unblock = ✅ Разблокировать
button-admin-payment = ⭐ { $stars } · { $date }
button-admin-refund = ↩️ Вернуть ⭐ { $stars }
button-admin-model = { $name } · ✗ { $failed } ✓ { $delivered }
button-admin-model-off = 🚫 { $name } · выключена
button-admin-switch-off = 🚫 Выключить для всех
button-admin-switch-on = ✅ Включить снова
button-admin-markup-set = ✏️ Изменить
button-admin-markup-reset = ↺ Как в настройках
button-admin-promo-new = ➕ Новый код
button-admin-promo-close = ✖️ Закрыть { $code }
button-refresh = 🔄 Обновить
command-admin = рабочее место оператора
uncertain-facts =
    Человек: { $person }
    Цена: { $credits } 💎 в резерве, { $kieCredits } кредитов kie
    Отправлено: { $sent }
    Задачи из callback: { $tasks }

    Посмотрите эту минуту в kie.ai/logs. Задача есть: прикрепите её. Нет: верните кредиты или повторите. Если ничего не делать, кредиты вернутся { $released }.
uncertain-ask-task = 🔗 Пришлите следующим сообщением номер задачи для <code>{ $generation }</code>; он виден в kie.ai/logs.
uncertain-none = Неподтверждённых покупок нет.
uncertain-done-retry = 🔁 { $generation } снова в очереди. Если kie.ai продал её и в первый раз, там оплачено дважды.
uncertain-done-release = ↩️ { $generation }: кредиты возвращены.
uncertain-done-attach = 🔗 { $generation }: задача прикреплена, kie.ai работает над ней.
uncertain-done-attach-ended = 🔗 { $generation }: задача прикреплена и уже завершена, человек узнает об этом.
button-uncertain-attach = 🔗 Прикрепить задачу
button-uncertain-retry = 🔁 Повторить
button-uncertain-release = ↩️ Вернуть
alert-foreign-poller = ⚠️ Другая программа с тем же токеном забирает обновления этого бота. Пока она работает, ответы могут теряться.
alert-foreign-webhook = ⚠️ Кто-то установил вебхук для этого бота, и я не получаю обновлений. Удалите его или перезапустите меня.
alert-webhook-removed = ⚠️ Для этого бота был установлен вебхук { $address }. Я удалил его, чтобы получать обновления самому (ожидало { $pending }). Если это другая ваша программа, дайте ей отдельного бота; с PROTECT_WEBHOOK=1 я вместо этого откажусь запускаться.
alert-webhook-repaired = ⚠️ Кто-то изменил вебхук этого бота (сейчас: { $address }). Я снова установил свой адрес. Если другой программы у вас нет, токен утёк: /revoke у @BotFather.
alert-webhook-failing = ⚠️ Telegram не может передать мне обновления этого бота: { $reason }. Ожидает { $pending }.
alert-payment-unmatched = ⚠️ Платёж ⭐ { $stars } от { $personId } не подходит ни к одному предложению, поэтому ничего не зачислено. Начислите за него кредиты или верните его.
    <code>{ $chargeId }</code>
alert-payment-differs = ⚠️ По словам Telegram, платёж { $chargeId } от { $personId } — ⭐ { $stars }, а в книгах ⭐ { $recorded }. Сверьте, пожалуйста.
alert-refund-short = ⚠️ Платёж { $chargeId } от { $personId } возвращён, но { $short } 💎 из него уже потрачены, снять их не удалось.

## Что не подходит во введённом

problem-unknown-model = Этой модели больше нет.
problem-required = Нужно заполнить «{ $field }».
problem-type = В поле «{ $field }» значение не того вида.
problem-integer = «{ $field }» должно быть целым числом.
problem-enum = В поле «{ $field }» такого варианта нет.
problem-min = «{ $field }»: не меньше { $limit }.
problem-max = «{ $field }»: не больше { $limit }.
problem-step = «{ $field }»: с шагом { $step }.
problem-too-short = «{ $field }»: слишком коротко, нужно хотя бы { $limit } симв.
problem-too-long = «{ $field }»: слишком длинно, не больше { $limit } симв.
problem-too-few = «{ $field }»: нужно не меньше { $limit }.
problem-too-many = «{ $field }»: не больше { $limit }.
problem-pattern = «{ $field }» записано не так, как нужно.
problem-url = В поле «{ $field }» нужен файл или ссылка, которая начинается с https://.
problem-unknown-field = Эта модель не знает настройки «{ $field }».
problem-any-of = Нужно заполнить хотя бы одно: { $fields }.
problem-one-of = Нужно заполнить ровно одно: { $fields }.
problem-requires = С этими настройками нужно заполнить «{ $field }».
problem-not-allowed-together = «{ $field }» не сочетается с «{ $other }».
problem-not-allowed-when = «{ $field }» не сочетается с другими настройками.
problem-not-allowed-value = Такое значение «{ $field }» не сочетается с другими настройками.
problem-total-length = Тексты вместе слишком длинные: не больше { $limit } симв.
problem-total-items = Вместе ({ $fields }) слишком много или слишком мало: предел { $limit }.
problem-span = «{ $field }» не согласуется с «{ $from }».

## Названия настроек (ключи — имена полей kie.ai)

field-prompt = Запрос
field-negative_prompt = Чего избегать
field-text = Текст
field-dialogue = Реплики
field-lyrics = Слова песни
field-title = Название
field-tags = Стили
field-negative_tags = Нежелательные стили
field-style = Стиль
field-aspect_ratio = Пропорции
field-ratio = Пропорции
field-image_size = Пропорции
field-size = Размер
field-resolution = Разрешение
field-image_resolution = Разрешение
field-output_resolution = Разрешение
field-quality = Качество
field-mode = Режим
field-duration = Длина, с
field-n_frames = Длина, с
field-duration_seconds = Длина, с
field-output_format = Формат
field-seed = Зерно
field-seeds = Зерно
field-num_images = Сколько
field-max_images = Не больше чем
field-n = Сколько
field-image_url = Картинка
field-image_urls = Картинки
field-image = Картинка
field-input_image = Картинка
field-image_input = Картинки
field-input_urls = Картинки
field-files_url = Картинки
field-file_url = Картинка
field-reference_image = Картинки-образцы
field-reference_image_urls = Картинки-образцы
field-reference_video_urls = Видео-образцы
field-reference_audio_urls = Звуки-образцы
field-first_frame_url = Первый кадр
field-first_frame_image_url = Первый кадр
field-first_frame = Первый кадр
field-last_frame_url = Последний кадр
field-last_frame_image_url = Последний кадр
field-end_image_url = Последний кадр
field-tail_image_url = Последний кадр
field-return_last_frame = Последний кадр картинкой
field-mask_url = Маска
field-video_url = Видео
field-video_urls = Видео
field-first_clip_url = Первый клип
field-audio_url = Звук
field-audio_urls = Звуки
field-upload_url = Звук
field-driving_audio_url = Голос
field-voice = Голос
field-voice_name = Имя голоса
field-vocal_gender = Вокал
field-instrumental = Без вокала
field-custom_mode = Свои слова и стиль
field-model = Версия
field-speed = Скорость
field-stability = Ровность голоса
field-similarity_boost = Сходство
field-language_code = Язык
field-timestamps = Метки времени
field-loop = Зациклить
field-sound = Звук
field-audio = Звук
field-generate_audio = Звук
field-generate_audio_switch = Звук
field-watermark = Водяной знак
field-remove_watermark = Без водяного знака
field-background = Фон
field-rendering_speed = Скорость
field-acceleration = Ускорение
field-guidance_scale = Близость к запросу
field-cfg_scale = Близость к запросу
field-prompt_influence = Близость к запросу
field-strength = Сила изменения
field-num_inference_steps = Шаги
field-upscale_factor = Увеличить в
field-expand_prompt = Улучшить запрос
field-enhance_prompt = Улучшить запрос
field-prompt_extend = Улучшить запрос
field-prompt_optimizer = Улучшить запрос
field-prompt_upsampling = Улучшить запрос
field-enable_prompt_expansion = Улучшить запрос
field-enable_translation = Перевести запрос
field-nsfw_checker = Фильтр содержания
field-enable_safety_checker = Фильтр содержания
field-safety_tolerance = Строгость фильтра
field-camera_fixed = Неподвижная камера
field-fixed_lens = Неподвижная камера
field-multi_shots = Несколько планов
field-multi_prompt = Планы
field-shots = Сцены
field-elements = Персонажи и вещи
field-web_search = Искать в интернете
field-thinking_mode = Сначала подумать
field-variety = Разнообразие
field-weirdness_constraint = Эксперимент
field-style_weight = Вес стиля
field-audio_weight = Вес звука
field-color_palette = Цвета
field-character_orientation = Поза из
field-temperature = Свобода
field-diarize = Различать говорящих
field-tag_audio_events = Отмечать звуки

field-upload_cn = Загрузка в Китай
field-enable_pro = Качество Pro
field-enable_sequential = Серия
field-hex = Цвет
field-bbox_list = Области
field-audio_ids = Голоса
field-video_list = Видео
field-url = Файл
field-start = С секунды
field-ends = До секунды
field-character_ids = Персонажи
field-customize_multi_shots = Свои кадры
field-prefer_multi_shots = Несколько планов автоматически
field-name = Имя
field-description = Описание
field-element_input_urls = Картинки или видео
field-element_input_audio_urls = Голос
field-kling_elements = Персонажи и предметы
field-start_time = Начало
field-end_time = Конец
field-generate_multi_clip_switch = Несколько клипов
field-generation_type = Вид видео
field-enable_fallback = Запасная модель
field-reference_file_urls = Файлы-образцы
field-reference_link_urls = Ссылки-образцы
field-task_id = Прежний результат
field-taskId = Прежний результат
field-index = Номер
field-template_id = Шаблон
field-image_references = Картинки-образцы
field-type = Вид
field-ref_name = Имя в запросе
field-reference_video = Видео-образец
field-reference_voice = Голос-образец
field-extend_at = Продлить с секунды
field-extend_times = Продлить на, с
field-audio_setting = Звук
field-background_source = Фон взять из
field-persona_id = Персона
field-persona_model = Вид персоны
field-sound_key = Тональность
field-sound_loop = Зациклить
field-sound_tempo = Темп
field-grab_lyrics = С текстом
field-previous_text = Текст до
field-next_text = Текст после
field-scene = Сцена
field-sample_context = Ситуация
field-speakers = Говорящие
field-speaker_id = Кто говорит
field-audio_profile = Манера
field-accent = Акцент
field-pace = Темп речи
field-dialogue_turns = Реплики
field-filler_words = Слова-паразиты
field-audio_id = Дорожка
field-sync_mode = Точные губы
field-mask_indexs = Части
field-reference_mask_urls = Маски-образцы
field-pe_fast_mode = Быстрый режим
field-separate_vocal = Отделить голос
field-open_scenedet = Искать сцены
field-align_audio = Подогнать под звук
field-align_audio_reverse = Туда и обратно
field-templ_start_seconds = Начать с секунды
field-num_frames = Кадров
field-frames_per_second = Кадров в секунду
field-shift = Сдвиг
field-continue_at = Продолжить с секунды
field-upload_url_list = Звуки
field-full_lyrics = Весь текст песни
field-infill_start_s = Заменить с секунды
field-infill_end_s = Заменить до секунды
field-stem_name = Инструмент
field-content = Текст
field-author = Автор
field-domain_name = Сайт на видео
field-verify_url = Запись фразы
field-singer_skill_level = Мастерство
field-vocal_start = Голос с
field-vocal_end = Голос до
field-vocal_start_s = Голос с секунды
field-vocal_end_s = Голос до секунды
field-voice_url = Запись голоса

about-prompt = Опишите, что хотите увидеть или услышать: чем точнее, тем лучше.
about-negative_prompt = Чего не должно быть.
about-aspect_ratio = Соотношение ширины и высоты: 16:9 для экрана, 9:16 для телефона, 1:1 для аватара.
about-image_size = Соотношение сторон или размер картинки.
about-resolution = Насколько детальным будет результат. Чем детальнее, тем дороже и дольше.
about-quality = Лучшее качество стоит дороже и делается дольше.
about-mode = Как работает модель: быстрее и дешевле или лучше.
about-duration = Какой длины будет видео или звук.
about-seed = Одно и то же число с теми же настройками даёт почти тот же результат. Пусто: каждый раз новый.
about-output_format = PNG сохраняет все детали, JPEG меньше весит.
about-num_images = Сколько картинок сделать сразу; каждая оплачивается.
about-max_images = Сколько картинок самое большее; каждая оплачивается.
about-voice = Кто читает текст.
about-speed = 1 — естественно, меньше — медленнее, больше — быстрее.
about-stability = Меньше — живее, больше — ровнее.
about-similarity_boost = Насколько близко к исходному голосу.
about-style = Манера или жанр, в нескольких словах.
about-custom_mode = Включено: название, стиль и текст задаёте вы. Выключено: хватит одного предложения.
about-instrumental = Музыка без голоса.
about-model = Новые версии обычно звучат лучше.
about-guidance_scale = Насколько строго модель следует вашим словам.
about-cfg_scale = Насколько строго модель следует вашим словам.
about-strength = Меньше — ближе к исходной картинке, больше — сильнее изменения.
about-num_inference_steps = Больше шагов — тщательнее и дольше.
about-upscale_factor = Во сколько раз увеличить.
about-nsfw_checker = Отказывает в том, что подходит не всем.
about-enable_safety_checker = Отказывает в том, что подходит не всем.
about-prompt_extend = Модель сама дополнит ваше описание деталями.
about-enable_prompt_expansion = Модель сама дополнит ваше описание деталями.
about-camera_fixed = Камера стоит на месте.
about-generate_audio = К видео будет сделан звук.
about-sound = К видео будет сделан звук.
about-image_urls = С каких картинок начать.
about-image_url = С какой картинки начать.
about-image_input = Картинки, на которые модели смотреть.
about-last_frame_url = Картинка, которой видео закончится.
about-mask_url = Кто говорит, если в кадре несколько человек: маски, сделанные поиском людей.
about-mask-change = То, что изменится, — { $colour ->
    [black] чёрное, остальное белое.
   *[white] белое, остальное чёрное.
}
about-mask-subject = То, на что модель смотрит, — { $colour ->
    [black] чёрное, остальное белое.
   *[white] белое, остальное чёрное.
}
about-mask-unsure = Создатель модели не говорит об этом прямо: если изменится не то, поменяйте цвета местами.
about-multi_prompt = Видео из нескольких планов: что происходит в каждом и как долго.
about-dialogue = Каждую реплику читает свой голос.
about-watermark = Надпись на результате.
about-continue_at = Секунда, с которой песня продолжится.
about-elements = Люди или предметы, которые выглядят одинаково во всех планах; называйте их в запросе.
about-hex = Например, #FF8800.
about-size = { about-image_size }
about-ratio = { about-aspect_ratio }
about-image_resolution = { about-resolution }
about-output_resolution = { about-resolution }
about-files_url = { about-image_urls }
about-input_urls = { about-image_urls }
about-input_image = { about-image_url }
about-image = { about-image_url }
about-enhance_prompt = { about-prompt_extend }
about-expand_prompt = { about-prompt_extend }
about-prompt_upsampling = { about-prompt_extend }
about-prompt_optimizer = { about-prompt_extend }
about-n = { about-num_images }
about-audio = { about-generate_audio }
about-generate_audio_switch = { about-generate_audio }
about-seeds = { about-seed }
about-end_image_url = { about-last_frame_url }
about-tail_image_url = { about-last_frame_url }
about-last_frame_image_url = { about-last_frame_url }
about-voice_name = { about-voice }
about-dialogue_turns = { about-dialogue }
about-fixed_lens = { about-camera_fixed }
about-taskId = { about-task_id }
about-image_references = { about-reference_image_urls }
about-reference_image = { about-reference_image_urls }
about-kling_elements = { about-elements }
about-first_frame_image_url = { about-first_frame_url }
about-first_frame = { about-first_frame_url }
about-tags = { about-style }
about-enable_translation = Сначала переводит ваши слова на английский: так некоторые модели понимают лучше.
about-safety_tolerance = Чем выше, тем больше пропускает; чем ниже, тем больше отклоняет.
about-upload_cn = Читает файл через серверы в Китае, если так быстрее.
about-background = Что позади: как есть или прозрачно, чтобы вырезать.
about-enable_pro = Более сильная версия модели; стоит дороже.
about-rendering_speed = Быстрее дешевле, медленнее тоньше.
about-acceleration = Быстрее ценой некоторых деталей.
about-enable_sequential = Несколько картинок, связанных между собой, например история.
about-thinking_mode = Модель сначала думает: медленнее, но ближе к вашим словам.
about-color_palette = Какие цвета использовать и сколько каждого.
about-bbox_list = Где на картинке что должно быть.
about-web_search = Модель может поискать в сети: для нового и точного.
about-reference_image_urls = Картинки того, что должно быть узнаваемо в результате.
about-reference_audio_urls = Звуки или голоса, которые должны звучать в результате.
about-reference_video_urls = Ролики, движению или виду которых нужно следовать.
about-first_frame_url = Картинка, с которой начинается видео.
about-return_last_frame = Присылает и последний кадр: с него можно начать следующее видео.
about-audio_ids = Ранее созданные голоса, по их номерам.
about-video_list = Ролики и с какой по какую секунду каждый взять.
about-url = Сам файл.
about-start = Секунда, с которой начинается отрывок.
about-ends = Секунда, на которой кончается отрывок.
about-character_ids = Ранее созданные персонажи, по их номерам.
about-customize_multi_shots = Включено: каждый кадр вы описываете сами.
about-prefer_multi_shots = Модель сама делит видео на сцены.
about-name = Короткое имя, чтобы назвать его в описании.
about-description = Что это или как выглядит, в нескольких словах.
about-element_input_urls = От двух до четырёх картинок или один ролик с тем же человеком или предметом.
about-element_input_audio_urls = Запись голоса, которым говорит персонаж.
about-multi_shots = Одно видео из нескольких сцен с монтажом.
about-start_time = С какого места файла начать.
about-end_time = На каком месте файла закончить.
about-generate_multi_clip_switch = Несколько ракурсов в одном видео.
about-generation_type = Только по словам, по первому и последнему кадру или по образцам.
about-audio_url = Исходный звук.
about-video_url = Исходное видео.
about-video_urls = Исходные видео.
about-audio_urls = Исходные звуки.
about-reference_file_urls = Документы, которые модель должна прочесть.
about-reference_link_urls = Страницы, которые модель должна прочесть.
about-task_id = Прежний результат, с которого продолжить; его подставляет кнопка под ним.
about-index = Какой из нескольких результатов имеется в виду.
about-template_id = Готовый эффект.
about-type = Для чего это.
about-ref_name = Имя, которым эта картинка названа в описании.
about-first_clip_url = Ролик, который продолжается.
about-driving_audio_url = Голос, за которым следуют губы.
about-reference_video = Ролик с тем, кто или что должно появиться.
about-reference_voice = Запись голоса, которым говорить.
about-extend_at = Секунда, с которой видео продолжается.
about-extend_times = Сколько секунд добавить.
about-audio_setting = Оставить звук видео или доверить выбор модели.
about-character_orientation = Стоит ли фигура как на картинке или движется как в видео.
about-background_source = Откуда взять фон: с картинки или из видео.
about-title = Название песни.
about-negative_tags = Стили и инструменты, которых не должно быть.
about-variety = Выше: неожиданнее.
about-vocal_gender = Поёт мужчина или женщина.
about-lyrics = Слова, которые поются.
about-persona_id = Ранее созданный голос или стиль, по номеру.
about-persona_model = Берётся ли у персоны стиль или голос.
about-style_weight = Насколько строго держаться стиля.
about-weirdness_constraint = Ниже: привычно, выше: необычно.
about-audio_weight = Сколько остаётся от вашего звука.
about-sound_key = Тональность.
about-sound_loop = Конец подходит к началу, чтобы звук шёл по кругу.
about-sound_tempo = Ударов в минуту.
about-grab_lyrics = Присылает и слова, если они есть.
about-text = Слова, которые будут прочитаны.
about-language_code = Язык речи; обычно он определяется сам.
about-timestamps = Сообщает и время каждого слова.
about-previous_text = Что было сказано до этого, чтобы сохранить интонацию.
about-next_text = Что будет сказано потом, чтобы подошла интонация.
about-temperature = Ниже: ровнее, выше: свободнее.
about-scene = Где и когда это говорится.
about-sample_context = Что происходит, для верной интонации.
about-speakers = Кто говорит, у каждого свой голос.
about-speaker_id = Кто из говорящих произносит реплику.
about-audio_profile = Какой человек говорит.
about-accent = Какой у речи выговор.
about-pace = Насколько быстро и ровно говорят.
about-filler_words = Добавляет «эм» и «ну», как говорят люди.
about-audio_id = Какая песня прежнего результата; её подставляет кнопка под ней.
about-sync_mode = Губы точнее следуют звуку; медленнее.
about-mask_indexs = Какие части картинки говорят.
about-reference_mask_urls = Маски, показывающие, кто имеется в виду.
about-pe_fast_mode = Быстрее, чуть менее тщательно.
about-separate_vocal = Сначала отделяет голос от музыки.
about-open_scenedet = Сам находит склейки в видео.
about-align_audio = Подгоняет длину видео под звук.
about-align_audio_reverse = Если звук длиннее, видео идёт вперёд и назад.
about-templ_start_seconds = С какой секунды видео начать.
about-num_frames = Больше кадров: длиннее видео.
about-frames_per_second = Больше: плавнее.
about-shift = Ниже: детали, выше: движение.
about-upload_url = Звук, с которым работать.
about-upload_url_list = Две песни, из которых получится одна.
about-full_lyrics = Все слова песни после изменения.
about-infill_start_s = Секунда, с которой начинается новая часть.
about-infill_end_s = Секунда, на которой кончается новая часть.
about-stem_name = Какой инструмент или голос выделить.
about-content = Текст, с которым работать.
about-author = Имя исполнителя на видео.
about-domain_name = Сайт, показанный на видео.
about-verify_url = Запись, где вы произносите данную вам фразу.
about-singer_skill_level = Насколько хорошо голос умеет петь.
about-vocal_start = Секунда, с которой начинается голос.
about-vocal_end = Секунда, на которой кончается голос.
about-vocal_start_s = { about-vocal_start }
about-vocal_end_s = { about-vocal_end }
about-voice_url = Чистая запись голоса, без музыки.

## Слова для значений, которые являются словами

choice-auto = авто
choice-square = квадрат
choice-square_hd = квадрат HD
choice-portrait_4_3 = портрет 3:4
choice-portrait_3_2 = портрет 2:3
choice-portrait_16_9 = портрет 9:16
choice-landscape_4_3 = альбом 4:3
choice-landscape_3_2 = альбом 3:2
choice-landscape_16_9 = альбом 16:9
choice-landscape_21_9 = альбом 21:9
choice-low = низкое
choice-medium = среднее
choice-high = высокое
choice-ultra = наивысшее
choice-basic = базовое
choice-standard = стандарт
choice-std = стандарт
choice-pro = профи
choice-lite = лёгкий
choice-turbo = быстро
choice-balanced = сбалансированно
choice-quality = качественно
choice-none = нет
choice-regular = обычное
choice-transparent = прозрачный
choice-opaque = непрозрачный
choice-realistic = реализм
choice-fiction = фантастика
choice-general = общий
choice-design = дизайн
choice-fun = игривый
choice-normal = обычный
choice-spicy = смелый
choice-m = мужской
choice-f = женский
choice-image = картинка
choice-video = видео
choice-adaptive = как у картинки
choice-text_2_video = по словам
choice-first_and_last_frames_2_video = по кадрам
choice-reference_2_video = по образцам
choice-subject = фигура
choice-background = фон
choice-origin = как было
choice-input_video = из видео
choice-input_image = с картинки
choice-v4 = V4
choice-v4_5 = V4.5
choice-v4_5plus = V4.5 Plus
choice-v4_5all = V4.5 All
choice-v5 = V5
choice-v5_5 = V5.5
choice-v6 = V6
choice-v6_mini = V6 Mini
choice-v6_wild = V6 Wild
choice-style_persona = стиль
choice-voice_persona = голос
choice-any = любая
choice-neutral = нейтральный
choice-american_gen_ = американский
choice-american_valley_ = калифорнийский
choice-american_south_ = юг США
choice-british_rp_ = британский
choice-british_brixton_ = юг Лондона
choice-transatlantic = трансатлантический
choice-australian = австралийский
choice-vocal_smile = с улыбкой
choice-newscaster = диктор
choice-whisper = шёпот
choice-empathetic = сочувственно
choice-promo_hype = реклама
choice-deadpan = невозмутимо
choice-natural = естественно
choice-rapid_fire = очень быстро
choice-the_drift = мечтательно
choice-staccato = отрывисто
choice-separate_vocal = голос и музыка
choice-split_stem = все инструменты
choice-split_stem_advanced = один инструмент
choice-beginner = новичок
choice-intermediate = любитель
choice-advanced = опытный
choice-professional = профессионал
choice-lead_vocal = основной голос
choice-drum_kit = ударная установка
choice-kick = бас-бочка
choice-snare = малый барабан
choice-risers = нарастания
choice-bass = бас
choice-backing_vocals = бэк-вокал
choice-piano = фортепиано
choice-electric_guitar = электрогитара
choice-percussion = перкуссия
choice-string_section = струнные
choice-synth = синтезатор
choice-acoustic_guitar = акустическая гитара
choice-sound_effects = звуковые эффекты
choice-synth_pad = синтезаторный фон
choice-synth_bass = синтезаторный бас
choice-guitar = гитара
choice-brass_section = медные духовые
choice-organ = орган
choice-electronic_drum_kit = электронные барабаны
choice-lead_electric_guitar = соло-электрогитара
choice-synth_keys = синтезаторные клавиши
choice-rhythm_electric_guitar = ритм-электрогитара
choice-electric_piano = электропиано
choice-upright_bass = контрабас щипком
choice-keyboards = клавишные
choice-distorted_electric_guitar = гитара с перегрузом
choice-synth_strings = синтезаторные струнные
choice-synth_lead = синтезаторное соло
choice-woodwinds = деревянные духовые
choice-rhythm_acoustic_guitar = акустическая ритм-гитара
choice-flute = флейта
choice-harp = арфа
choice-tambourine = бубен
choice-trumpet = труба
choice-arpeggiator = арпеджиатор
choice-accordion = аккордеон
choice-fiddle = народная скрипка
choice-pedal_steel_guitar = педальная слайд-гитара
choice-synth_voice = синтезаторный голос
choice-violin = скрипка
choice-digital_piano = цифровое пианино
choice-synth_brass = синтезаторные духовые
choice-mandolin = мандолина
choice-choir = хор
choice-banjo = банджо
choice-bells = колокола
choice-clarinet = кларнет
choice-tenor_saxophone = тенор-саксофон
choice-trombone = тромбон
choice-shaker = шейкер
choice-french_horn = валторна
choice-glockenspiel = колокольчики
choice-electric_bass = электробас
choice-cello = виолончель
choice-timpani = литавры
choice-harmonica = губная гармошка
choice-marimba = маримба
choice-vibraphone = вибрафон
choice-lap_steel_guitar = гавайская гитара
choice-saxophone = саксофон
choice-orchestra = оркестр
choice-horns = духовые
choice-cymbals = тарелки
choice-hand_clap = хлопки
choice-oboe = гобой
choice-celesta = челеста
choice-congas = конги
choice-drone = бурдон
choice-alto_saxophone = альт-саксофон
choice-double_bass = контрабас
choice-ukulele = укулеле
choice-harpsichord = клавесин
choice-baritone_saxophone = баритон-саксофон
choice-xylophone = ксилофон
choice-tuba = туба
choice-bass_guitar = бас-гитара
choice-whistle = свист
choice-lead_guitar = соло-гитара
choice-rhodes = пианино Родес
choice-bongos = бонго
choice-bassoon = фагот
choice-cowbell = ковбелл
choice-viola = альт
choice-sitar = ситар
choice-steel_drums = стальные барабаны
choice-piccolo = флейта-пикколо
choice-theremin = терменвокс
choice-bagpipes = волынка
choice-hi_hat = хай-хэт
choice-music_box = музыкальная шкатулка
choice-melodica = мелодика
choice-tabla = табла
choice-koto = кото
choice-djembe = джембе
choice-taiko = тайко
choice-didgeridoo = диджериду

miniapp-not-built = Студия сейчас недоступна. В чате тем временем всё работает.

## Mini App (всё, что начинается с web-, вшивается в страницу при сборке)

web-actions = Что с этим сделать
web-add = Добавить
web-add-audio = Добавить звук
web-add-file = Добавить файл
web-add-image = Добавить картинку
web-add-video = Добавить видео
web-after = После
web-again = Ещё раз
web-any = любое
web-at-most = Это самое большее, сколько может стоить. Лишнее вернётся к вам.
web-balance-of = Баланс: { $count }
web-before = До
web-camera = Камера
web-cancel = Отменить
web-choose = Выбрать
web-close = Закрыть
web-compare = Сравнить до и после
web-copied = Скопировано
web-copy = Скопировать
web-credits-back =
    { $count ->
        [one] { $count } кредит вернулся.
        [few] { $count } кредита вернулись.
       *[other] { $count } кредитов вернулись.
    }
web-frame = Ваша картинка { $picture }, результат будет { $frame }. То, что вне рамки, может быть обрезано: обрежьте сами, чтобы выбрать.
web-free-back = Бесплатная попытка не потрачена.
web-crop = Обрезать
web-done = { $model }: готово
web-download = Скачать
web-draw-mask = Нарисовать маску
web-elapsed = прошло { $time }
web-entry-pending = зарезервировано
web-entry-voided = возвращено
web-favourite = В избранном: { $model }
web-favourites = Избранное
web-file-gone = Файл больше не хранится.
web-file-too-large = Файл больше { $limit } МБ.
web-fill-in = Заполните: { $field }
web-found = Найдено моделей: { $count }
web-from-results = Из результатов
web-generate = Создать · { $price } 💎
web-generate-free = Создать · сегодня бесплатно (осталось { $left } из { $perDay })
web-generate-unpriced = Создать
web-go-on = Что дальше
web-goes-on = Продолжится само через { $seconds } с.
web-held = Зарезервировано за работой: { $count }
web-hello = Что создадим, { $name }?
web-hide = Убрать
web-hide-text = Он исчезнет из галереи и из истории в чате. То, что уже пришло в чат, там и останется.
web-hide-title = Убрать этот результат?
web-invite =
    { $count ->
        [one] Пригласите друга: вы оба получите { $count } кредит после его первого результата.
        [few] Пригласите друга: вы оба получите { $count } кредита после его первого результата.
       *[other] Пригласите друга: вы оба получите { $count } кредитов после его первого результата.
    }
web-kind = Вид результата
web-kind-all = Все
web-kind-audio = Звук
web-kind-image = Картинки
web-kind-video = Видео
web-language = Язык
web-loading = Загрузка
web-make-first = Создать что-нибудь
web-mask-black = Чёрный
web-mask-brush = Кисть
web-mask-clear = Стереть
web-mask-colour = Цвет закрашенного
web-mask-how = Закрасьте то, что должно измениться.
web-mask-needs-picture = Сначала добавьте картинку ({ $field }), потом рисуйте на ней.
web-mask-rubber = Ластик
web-mask-size = Размер
web-mask-tool = Инструмент
web-mask-unsure = Закрашенное станет этого цвета, остальное — другого. Создатель модели не говорит прямо, какой цвет она берёт: если изменится не то, поменяйте.
web-mask-white = Белый
web-may-leave = Страницу можно закрыть. Результат придёт и в чат.
web-minutes = { $minutes } мин { $seconds } с
web-missing = Это стоит { $price } 💎, у вас { $available } 💎: не хватает { $missing } 💎. Как только они появятся, всё начнётся само.
web-models =
    { $count ->
        [one] { $count } модель
        [few] { $count } модели
       *[other] { $count } моделей
    }
web-monthly = { $count } 💎 каждый месяц за ⭐ { $stars }
web-more =
    { $count ->
        [one] Ещё { $count } настройка
        [few] Ещё { $count } настройки
       *[other] Ещё { $count } настроек
    }
web-move-down = Опустить запись { $number }
web-move-up = Поднять запись { $number }
web-new = Новые
web-new-mark = новая
web-no-entries = Записей пока нет.
web-no-model = Этой модели нет
web-no-result = Этого результата нет
web-no-results = Здесь пока пусто
web-no-results-kind = Такого пока нет.
web-no-results-text = Всё, что вы создадите, появится здесь и в чате.
web-no-results-words = Вы пока ничего не создали со словами «{ $text }».
web-not-audio = Это не звук.
web-not-done = { $model }: не получилось
web-not-image = Это не картинка.
web-not-saved = Не удалось сохранить. Попробуйте ещё раз.
web-not-video = Это не видео.
web-nothing-found = Ничего не найдено
web-nothing-found-text = Модели «{ $text }» нет. Попробуйте название компании или то, что хотите сделать.
web-notifications = Уведомления
web-notify-chat = Сообщения о том, что я делаю здесь
web-notify-off = Результаты приходят в чат без звука, ход работы виден только здесь
web-notify-on = Чат показывает, как идёт работа, а результат приходит со звуком
web-offline-again = Нет связи. Ничего не потеряно, продолжится само.
web-offline-text = Проверьте соединение и попробуйте ещё раз.
web-offline-title = Нет соединения
web-order = Порядок
web-order-best = Лучшие
web-order-cheap = Дешевле
web-order-fast = Быстрее
web-payment-coming = Спасибо! Кредиты уже в пути.
web-payment-failed = Платёж не прошёл.
web-phase-cancelled = Отменено
web-phase-delivered = Готово
web-phase-delivering = Готово, отправляется вам
web-phase-failed = Не получилось
web-phase-late = Дольше обычного
web-phase-paused = Пауза на нашей стороне; начнётся само
web-phase-place = Номер { $place } в очереди
web-phase-queued = В очереди
web-phase-running = Создаётся
web-phase-uncertain = Ждём ответа
web-preset-drop = Удалить: { $name }
web-preset-name = Название заготовки
web-preset-rename = Переименовать: { $name }
web-preset-save = Сохранить
web-preset-share = Поделиться: { $name }
web-presets = Заготовки
web-presets-how = Пока ничего нет. Закладка в форме сохраняет её под названием — здесь и в чате.
web-presets-none = Пока ничего нет. Назовите эту форму, чтобы сохранить её; она будет и в чате.
web-price = { $count } 💎
web-free = бесплатно
web-price-from = от { $count } 💎
web-price-incomplete = когда всё будет заполнено
web-price-needs-measure = этот файл нельзя измерить
web-price-not-for-sale = в таком виде не продаётся
web-recommended = Рекомендуем
web-reference-choose = Выбрать из результатов
web-reference-id = Или id из другого места
web-reference-none = Вы пока не создали ничего подходящего.
web-reference-other = Выбрать другое
web-refused-text = Откройте страницу из бота: кнопкой рядом с полем сообщения.
web-refused-title = Откройте из Telegram
web-remove-entry = Убрать запись { $number }
web-remove-file = Убрать { $name }
web-result = Результат
web-results-search = Поиск по словам запроса
web-search = Поиск по { $count } моделям
web-search-label = Поиск
web-seconds = { $count } с
web-send = В чат
web-sent = Отправлено в чат.
web-shape = Форма
web-share = Поделиться
web-show-more = Показать ещё
web-slow = Связь медленная
web-stars = ⭐ { $count }
web-start-over = Начать заново
web-statement = Движение кредитов
web-subscribe = Подписаться
web-subscription = Подписка
web-subscription-active = Следующий платёж { $date }
web-subscription-canceled = Закончится { $date }
web-subscription-failed = Не удалось оплатить, закончится { $date }
web-subscription-resume = Возобновить
web-subscription-stop = Отменить
web-sum-at-most = Цена, не больше
web-sum-balance = Баланс
web-sum-left = Останется
web-sum-price = Цена
web-support = Вопросы: { $contact }
web-tab-account = Счёт
web-tab-create = Создать
web-tab-results = Результаты
web-tabs = Главные страницы
web-top-up = Пополнить
web-top-up-to-generate = Пополнить и создать · { $price } 💎
web-try-again = Попробовать снова
web-under-way = В работе
web-uploading = Загружается
web-use = Использовать
web-usually = обычно около { $time }
web-vendor = Компания
web-vendor-all = Все компании
web-which-file = Какой файл
web-whole-screen = Во весь экран
web-wishes = Что хотите создать?
web-zoom = Масштаб

## Пульт оператора (всё, что начинается с desk-, попадает в его страницу)

desk-active = были сегодня
desk-activity = Активность
desk-all = все
desk-attach = Привязать задачу
desk-audience = Кому
desk-balance = Осталось кредитов kie
desk-block = Заблокировать
desk-blocked = заблокированные
desk-broadcast = Рассылка { $id }
desk-broadcast-cancelled = отменена
desk-broadcast-done = закончена
desk-broadcast-draft = не начата
desk-broadcast-paused = на паузе
desk-broadcast-running = идёт
desk-broadcast-text = Так, как люди это прочтут; жирный шрифт и ссылки — через бота, /admin
desk-burn-day = Расход в день (7 дней)
desk-burn-hour = Расход за час
desk-cancel = Отмена
desk-cancel-broadcast = Отменить совсем
desk-catalogue = Каталог kie.ai
desk-catalogue-back = Снова есть в kie.ai, в реестре не действуют
desk-catalogue-changed = Поля и цены, которые расходятся
desk-catalogue-ended = Сверено { $at }. Моделей: { $compared }. Новых расхождений: { $news }.
desk-catalogue-failed = Последняя попытка не удалась: { $words }
desk-catalogue-gone = Больше нет в kie.ai
desk-catalogue-known = и известные тоже: { $count }
desk-catalogue-list = Запрашивается список…
desk-catalogue-new = Новые в kie.ai
desk-catalogue-none = Ещё не сверялся. Это займёт около трёх минут: один запрос в секунду.
desk-catalogue-read = Прочитано моделей: { $read } из { $total }
desk-catalogue-unread = Без схемы, поля не сверены
desk-chart-funnel = От /start до первой оплаты
desk-chart-generations = Генерации по дням
desk-chart-money = Доход в кредитах, расход в кредитах kie
desk-chart-people = Новые и вернувшиеся люди
desk-chart-stars = Звёзды по дням
desk-close = Закрыть
desk-col-act = Действие
desk-col-active = Идут
desk-col-acts = Действия
desk-col-after = Через
desk-col-age = Возраст
desk-col-at = Когда
desk-col-available = Баланс
desk-col-before = Раньше
desk-col-blocked = Заблокирован
desk-col-cause = Причина
desk-col-charge = Платёж
desk-col-code = Код
desk-col-count = Число
desk-col-credits = Кредиты
desk-col-delayed = Отложены
desk-col-delivered = Доставлено
desk-col-details = Подробности
desk-col-doing = Занят
desk-col-ended = Конец
desk-col-failed = Сбои
desk-col-files = Файлы
desk-col-from = Откуда
desk-col-generation = Генерация
desk-col-given = Подарено
desk-col-gone = Ушли
desk-col-held = Удержано
desk-col-id = Id человека
desk-col-income = Доход
desk-col-job = Задача
desk-col-kie = Кредиты kie
desk-col-kie-calls = kie.ai
desk-col-known = Известно
desk-col-last = Последний
desk-col-locale = Язык
desk-col-margin = Маржа
desk-col-markup = Кредитов за кредит kie
desk-col-median = Медиана
desk-col-memo = Пометка
desk-col-message = Сообщение
desk-col-met = Пришёл
desk-col-model = Модель
desk-col-oldest = Старейшая
desk-col-operator = Оператор
desk-col-ordered = Заказ
desk-col-ours = Реестр
desk-col-paid = Оплачено
desk-col-person = Человек
desk-col-price = От
desk-col-process = Процесс
desk-col-provider = Поставщик
desk-col-ready = Готовы
desk-col-reason = Причина
desk-col-released = Отпустится
desk-col-role = Роль
desk-col-runs = Запусков
desk-col-seen = Был(а)
desk-col-sent = Отправлено
desk-col-since = С
desk-col-slower = Отношение
desk-col-stars = Звёзды
desk-col-state = Состояние
desk-col-subject = Объект
desk-col-tasks = Задачи из вызовов
desk-col-telegram = Telegram
desk-col-theirs = kie.ai
desk-col-to = Куда
desk-col-today = Медиана сегодня
desk-col-total = Получатели
desk-col-type = Вид
desk-col-unsure = Неясно
desk-col-until = До
desk-col-uses = Применений
desk-col-what = Что
desk-col-words = Слова kie.ai
desk-col-words-sent = Сообщение
desk-compare = Сверить
desk-credit = Зачислить
desk-cut = Сервер не отвечает или сессия закончилась. Показанное могло устареть.
desk-days-left = хватит на { $days } дн.
desk-door = Отправьте боту /desk: он ответит ссылкой, которая откроет пульт один раз.
desk-failures = Сбои за 24 часа
desk-find-model = Модель, поставщик или вид
desk-find-person = Id, @имя или имя
desk-force = хотя кредиты потрачены
desk-grant = Начислить
desk-income = доход
desk-input = Вход
desk-invited = Пригласил
desk-jobs = Фоновые задачи
desk-kind-free = бесплатная генерация
desk-kind-operator = от оператора
desk-kind-operator-withdrawal = списано оператором
desk-kind-promo = промокод
desk-kind-referral = за приглашение
desk-kind-refund = возврат
desk-kind-refund-undone = возврат отменён
desk-kind-spend = генерация
desk-kind-stars = куплено за звёзды
desk-kind-start = подарок при встрече
desk-last-day = Последний день
desk-last-days = { $days } дней
desk-leave = Выйти
desk-ledger = Проводки
desk-margin = Маржа по моделям
desk-margin-note = Действует наценка: { $markup } кредита за кредит kie.
desk-markup = Наценка: { $markup }
desk-markup-field = Кредитов за кредит kie; пусто: как в настройках
desk-max-uses = Всего применений
desk-messages = Сообщения
desk-new = новые
desk-new-broadcast = Новая рассылка
desk-new-promo = Новый код
desk-newer = Новее
desk-no-answer = нет ответа
desk-nothing = Здесь пусто.
desk-older = Старее
desk-oldest = старейшая { $time }
desk-pages = Страницы
desk-part-kept = хранится: чат закрыт
desk-part-pending = ещё не отправлено
desk-part-sending = отправляется
desk-part-sent = отправлено
desk-part-uncertain = неясно, дошло ли
desk-pause = Пауза
desk-payment-credited = зачислено
desk-payment-refunded = возвращено
desk-payment-refunding = возвращается
desk-payment-unmatched = без предложения
desk-phase-pending = удержано
desk-phase-posted = проведено
desk-phase-voided = отпущено
desk-preview = Прислать мне
desk-preview-failed = Вам отправить не вышло. Чат с ботом открыт?
desk-preview-sent = Оно в вашем чате с ботом.
desk-queue = В очереди
desk-quoted = по смете { $credits }
desk-reach = Сейчас получат
desk-reason = Причина
desk-reason-told = сообщить причину человеку
desk-refund = Вернуть
desk-release = Отпустить
desk-replicas = Процессы
desk-resume = Продолжить
desk-retry = Повторить
desk-retry-mind = Если kie.ai продал в первый раз, там будет заплачено дважды.
desk-returning = вернулись
desk-room-audit = Журнал действий
desk-room-broadcasts = Рассылки
desk-room-charts = Графики
desk-room-generations = Генерации
desk-room-live = Сейчас
desk-room-models = Реестр
desk-room-payments = Платежи
desk-room-people = Люди
desk-room-promo = Промокоды
desk-room-uncertain = Неясные
desk-running = Выполняется сейчас
desk-save-draft = Сохранить черновик
desk-seconds = { $count } с
desk-seen-within = были за { $days } дн.
desk-share = { $count } · { $share }
desk-speeds = Время работы сегодня
desk-spending = расход
desk-start = Начать
desk-start-mind = { $count ->
    [one] Получит { $count } человек.
    [few] Получат { $count } человека.
   *[many] Получат { $count } человек.
}
desk-started = Начата
desk-state-cancelled = отменено
desk-state-delivered = доставлено
desk-state-failed = не удалось
desk-state-queued = в очереди
desk-state-running = выполняется
desk-state-submitting = отправляется
desk-state-succeeded = доставляется
desk-state-uncertain = неясно
desk-statement = Выписка
desk-states = Состояния
desk-step-met = пришли
desk-step-ordered = заказали
desk-step-paid = заплатили
desk-step-received = получили результат
desk-switch-off = Выключить
desk-switch-on = Включить
desk-take = Списать
desk-task = Задача на kie.ai
desk-title = Пульт оператора
desk-today = Сегодня, { $day }
desk-unblock = Разблокировать
desk-uncertain = Неясные
desk-uncertain-note = Посмотрите kie.ai/logs за эту минуту. Задача есть: привяжите. Нет: отпустите или повторите.
desk-under-way = В работе
desk-which = Какие
desk-written = Написана
