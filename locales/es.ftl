### Kiegram habla español. Las claves son las mismas en todos los idiomas; una prueba compara los archivos.
### Los créditos son lo que la gente tiene y con lo que paga, con 💎.

language-name = 🇪🇸 Español
language-choose = ¿En qué idioma hablamos?
language-chosen = Ahora hablamos español.

## Órdenes y perfil del bot

command-start = Menú principal
command-models = Todos los modelos
command-balance = Mis créditos
command-buy = Comprar créditos
command-history = Mis resultados
command-promo = Canjear un código
command-help = Cómo funciona
command-language = Elegir idioma
command-cancel = Cerrar el formulario
command-paysupport = Ayuda con los pagos
command-terms = Condiciones de uso
command-privacy = Privacidad
bot-description =
    Imágenes, vídeo, música y voz con los mejores modelos de IA, aquí mismo en el chat.

    Escribe lo que quieres ver o envía una foto. El precio se muestra antes de confirmar y solo pagas lo que llega.
bot-short-description = Imágenes, vídeo, música y voz con los mejores modelos de IA.

## Botones y palabras comunes

button-home = 🏠 Menú
button-back = ‹ Atrás
button-next-page = Siguiente ›
button-previous-page = ‹ Anterior
button-page = { $page } / { $pages }
button-cancel = ✖️ Cancelar
button-cancel-generation = ✖️ Cancelar
button-balance = 💎 Saldo
button-history = 🕘 Historial
button-help = ❓ Ayuda
button-language = 🌐 Idioma
menu-button = Estudio
button-mini-app = ✨ Abrir el estudio
button-models = 🗂 Todos los modelos
button-retry = 🔁 Reintentar
button-again = 🔁 Otra vez
button-new-prompt = ✏️ Nuevo texto
button-original = 📄 Original
button-other-model = 🔀 Otro modelo
button-pack = ⭐ { $stars } → { $credits } 💎
button-subscribe = 🔁 ⭐ { $stars } → { $credits } 💎 cada mes
button-subscribe-pay = ⭐ Pagar { $stars } al mes
button-subscription-stop = ✖️ Terminar la suscripción
button-subscription-resume = 🔁 Seguir con la suscripción
credits =
    { $count ->
        [one] { $count } crédito
       *[other] { $count } créditos
    }
price = { $price } 💎
price-free = gratis
minutes = { $minutes } min { $seconds } s
seconds-short = { $count } s
yes = sí
no = no
menu-outdated = Este menú es antiguo. Aquí tienes uno nuevo.
button-outdated = Este botón es antiguo.
unknown-command = No conozco esta orden. Aquí está el menú.
nothing-to-cancel = No hay nada que cancelar.
form-cancelled = Cancelado. No se ha cobrado nada.
cannot-read-this = No puedo usar este tipo de mensaje. Envíame un texto, una foto, un vídeo o un sonido.

## Grupos

command-imagine = Crear una imagen con estas palabras
button-in-private = 💬 En privado
group-how =
    🎨 <code>/imagine un zorro en la nieve</code> crea una imagen, y también <code>@{ $bot } un zorro en la nieve</code>. Responde así a una foto para cambiarla.

    Paga quien lo pide, de su propio saldo.
group-start-first = El pedido se paga de tu propio saldo. Salúdame una vez en privado y después también funcionará aquí.
group-not-yours = Este botón es de quien hizo el pedido. Escribe /imagine para crear lo tuyo.
group-needs-more = Faltan algunos ajustes, que se hacen en privado.
group-too-dear = Cuesta { $price } 💎 y tienes { $balance } 💎. Puedes conseguir más en privado.

## Inicio

start-hello = <b>¡Hola, { $name }!</b>
start-welcome-credits = 🎁 Tienes { $credits } para empezar.
start-what = Escribe lo que quieres ver o envía una foto. O elige abajo.
start-balance = Saldo: <b>{ $count } 💎</b>
start-examples = Prueba uno de estos con un toque:
example-1 = 🦊 Un zorro que lee en un bosque nevado
example-1-prompt = Un zorro con bufanda de punto lee un libro en un bosque nevado, luz cálida de farol, ilustración de cuento
example-2 = 🌆 Una ciudad de neón bajo la lluvia
example-2-prompt = Una calle de neón de noche bajo la lluvia, reflejos en el asfalto mojado, fotografía cinematográfica
example-3 = 🍰 Una tarta con forma de planeta
example-3-prompt = Una tarta con forma de Saturno y anillos de azúcar en un plato blanco, fotografía gastronómica de estudio

## Lo que la gente quiere hacer: tipos de modelos

wish-text_to_image = 🎨 Imagen
wish-image_edit = ✏️ Editar foto
wish-text_to_video = 🎬 Vídeo
wish-image_to_video = 🎞 Animar
wish-text_to_audio = 🎵 Sonido
wish-upscale = 🔎 Ampliar
wish-lip_sync = 👄 Cara que habla
wish-image_to_image = 🖼 Otro estilo
type-text_to_image = 🎨 Hacer una imagen
type-image_to_image = 🖼 Cambiar el estilo
type-image_edit = ✏️ Editar una imagen
type-image_to_image_enhanced = 💠 Con referencias
type-text_to_video = 🎬 Hacer un vídeo
type-image_to_video = 🎞 Animar una imagen
type-video_to_video = 📹 Rehacer un vídeo
type-text_to_audio = 🎵 Voz y música
type-audio_to_text = 🎼 Notas de una pista
type-speech_to_text = 🗒 De voz a texto
type-upscale = 🔎 Ampliar
type-inpaint = 🩹 Repintar una parte
type-outpaint = ↔️ Extender una imagen
type-lip_sync = 👄 Cara que habla
type-audio_to_audio = 🎚 Rehacer un sonido
type-text_to_text = 📝 Trabajar un texto
type-utility = 🧰 Herramientas
type-count = { $name } · { $count }
type-empty = En este grupo no funciona nada por ahora.
models-choose-type = <b>Todos los modelos</b>
    ¿Qué quieres hacer?
models-of-type = <b>{ $type }</b>
    Elige un modelo. El precio es lo que cuesta un resultado como mínimo.
model-row = { $name } · desde { $price } 💎
model-row-same = { $name } · { $price } 💎
model-row-unavailable = 🚫 { $name }
model-unavailable-now = { $name } no está disponible ahora. Elige otro, por favor.
models-found = Encontrado con «{ $query }»:
models-not-found = Ningún modelo se llama «{ $query }». Aquí están todos.

command-presets = Mis plantillas
shelf-favourites = ⭐ Favoritos
shelf-recent = 🕘 Recientes
shelf-quick = ⚡️ Rápidos
shelf-title = <b>{ $name }</b>
shelf-empty-favourites = Todavía nada. Abre un modelo y pulsa ☆ en «Más ajustes».
shelf-empty-recent = Todavía nada. Aquí aparece lo que usas.
shelf-empty-quick = Aquí nadie ha usado aún un modelo, así que no sé cuánto tardan.
model-row-new = 🆕 { $row }
model-row-timed = { $row } · ~{ $time }
ask-model-search = 🔎 Envíame una parte del nombre: wan, kling, suno, upscale …
favourite-add = ☆ Favorito
favourite-remove = ★ Favorito
favourite-added = Ya está en tus favoritos.
favourite-removed = Ya no está en tus favoritos.
button-save-preset = 💾 Guardar plantilla
button-presets = 💾 Plantillas
presets-title =
    <b>Tus plantillas</b>
    Un toque abre el formulario como lo guardaste.
presets-empty =
    <b>Tus plantillas</b>

    Todavía nada. Abre un modelo, ajústalo y pulsa 💾 en «Más ajustes».
ask-preset-name = 💾 Envíame un nombre para esta plantilla.
preset-saved = 💾 Guardada como «{ $name }». Otros pueden empezar con ella, sin tus archivos: { $link }
preset-dropped = La plantilla se ha borrado.

## El formulario

form-more = ⚙️ Más ajustes
form-less = ⚙️ Menos ajustes
form-generate = ✅ Crear · { $price } 💎
form-generate-free = ✅ Crear · gratis hoy ({ $left } de { $perDay })
form-generate-unpriced = ✅ Crear
form-fill-next = ✍️ Rellenar: { $field }
form-button = { $field }: { $value }
form-button-empty = { $field }
form-switch-on = { $field } ✅
form-switch-off = { $field } ⬜️
form-choice-chosen = ✓ { $value }
form-clear = 🗑 Vaciar
form-now = Ahora: <b>{ $value }</b>
form-cannot-read = ⚠️ Esto no sirve para «{ $field }».
form-files-count =
    { $count ->
        [one] { $count } archivo
       *[other] { $count } archivos
    }
form-entries-count =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
form-line = { $field }: <b>{ $value }</b>
form-line-text = { $field }:
form-line-empty = { $field }: —
form-problem = ⚠️ { $problem }
form-required-left = Falta: { $fields }
form-price = Precio: <b>{ $price } 💎</b> · tienes { $balance } 💎
form-price-free = Precio: <b>gratis</b>, hoy quedan { $left } de { $perDay } · tienes { $balance } 💎
form-price-short = Precio: <b>{ $price } 💎</b> · tienes { $balance } 💎, <b>faltan { $missing } 💎</b>
form-price-at-most = Es lo máximo que puede costar. Lo que no haga falta vuelve a ti.
form-price-unknown = El precio aparece en cuanto esté todo lo necesario.
form-price-needs-measure = El precio depende de la duración de tu archivo y aparece en cuanto se sepa.
form-not-for-sale = Esta combinación no está a la venta. Cambia los ajustes, por favor.
form-ready = Pulsa el botón para empezar o cambia algo antes.
form-already-running = Ya está en marcha.
form-changed-meanwhile = Tus créditos ya están. El formulario ha cambiado desde que lo confirmaste: míralo y confirma otra vez.
wanted-image = una imagen
wanted-video = un vídeo
wanted-audio = un sonido
wanted-file = un archivo
ask-text = ✍️ Envía «{ $field }» en un mensaje.
ask-number = 🔢 Envía «{ $field }» como número.
ask-number-range = 🔢 Envía «{ $field }» como número de { $min } a { $max }.
ask-image = 🖼 Envía una imagen para «{ $field }».
ask-video = 📹 Envía un vídeo para «{ $field }».
ask-audio = 🎵 Envía un sonido o una nota de voz para «{ $field }».
ask-file = 📎 Envía un archivo para «{ $field }».
ask-files-up-to =
    { $max ->
        [one] Solo cabe { $max } archivo.
       *[other] Caben hasta { $max } archivos, uno tras otro o como álbum.
    }
ask-choice = Elige «{ $field }»:
ask-list = ✍️ Envía «{ $field }» en un mensaje, una entrada por línea.
ask-object = ✍️ Envía «{ $field }» en un mensaje: <code>{ $pattern }</code>
ask-objects = ✍️ Envía «{ $field }» en un mensaje, una entrada por línea: <code>{ $pattern }</code>
files-what-to-do-image =
    { $count ->
        [one] 🖼 Bonita imagen. ¿Qué hago con ella?
       *[other] 🖼 { $count } imágenes. ¿Qué hago con ellas?
    }
files-what-to-do-video =
    { $count ->
        [one] 📹 Tengo el vídeo. ¿Qué hago con él?
       *[other] 📹 { $count } vídeos. ¿Qué hago con ellos?
    }
files-what-to-do-audio =
    { $count ->
        [one] 🎵 Tengo el sonido. ¿Qué hago con él?
       *[other] 🎵 { $count } sonidos. ¿Qué hago con ellos?
    }
files-what-to-do-file =
    { $count ->
        [one] 📎 Tengo el archivo. ¿Qué hago con él?
       *[other] 📎 { $count } archivos. ¿Qué hago con ellos?
    }
file-no-action = Ningún modelo puede usar este tipo de archivo.

button-add-entry = ➕ Añadir
button-drop-entry = 🗑 Quitar
button-drop-file = 🗑 Archivo { $number }
entry-how = Pulsa lo que quieras cambiar.

## Espera

status-queued = ⏳ <b>{ $model }</b>: en la cola
status-queued-place = ⏳ <b>{ $model }</b>: número { $place } en la cola
status-paused = ⏸ <b>{ $model }</b>: los pedidos nuevos están en pausa por nuestra parte. El tuyo conserva su lugar y empieza por sí solo; puedes cancelarlo, y no se cobra nada hasta que llegue.
status-running = 🎛 <b>{ $model }</b>: trabajando
status-late = 🐢 <b>{ $model }</b>: tarda más de lo normal. Sigo esperando y te lo traigo cuando esté.
status-delivering = 📦 <b>{ $model }</b>: listo, te lo envío
status-delivered = ✅ <b>{ $model }</b>: hecho en { $time }
status-uncertain = 🔍 <b>{ $model }</b>: el servicio no ha confirmado el pedido. Lo averiguo; no pagarás por nada.
status-failed = ❌ <b>{ $model }</b>: { $reason }
status-cancelled = ✖️ <b>{ $model }</b>: cancelado
status-elapsed = { $time } hasta ahora
status-starts-in = empieza en unos { $time }
status-estimate = suele tardar unos { $time }
status-credits-back = Tus { $credits } han vuelto.
status-free-back = No cuenta como uno de tus gratuitos de hoy.
status-cancel-done = Cancelado, tus créditos han vuelto.

## Resultados

caption-facts = <b>{ $model }</b> · { $time } · { $price }
caption-link = { $name } es demasiado grande para el chat: <a href="{ $url }">ábrelo aquí</a>. Se guarda 14 días.
result-actions = ¿Y ahora?
action-image_edit = ✏️ Editar
action-image_to_video = 🎞 Animar
action-upscale = 🔎 Ampliar
action-video_to_video = 📹 Rehacer
original-gone = El servicio ya no guarda el original. Lo que está en el chat se queda.
original-loading = Traigo el original…
result-text-file = El texto es largo, así que va como archivo.

button-vary = 🎲 Otra · { $price } 💎
button-uses = ➕ Usar para…
button-copy-prompt = 📋 Copiar texto
button-share = ↗️ Compartir
button-search = 🔎 Buscar
button-hide = 🗑 Borrar del historial
vary-started = Otra está en camino.
uses-of-result = <b>¿Qué hago con esto?</b>
history-found = <b>Tus resultados</b> con «{ $words }»
history-none = Aquí no hay nada de eso.
history-hidden = Borrado de tu historial.
history-kind-all = 🗂
history-kind-image = 🖼
history-kind-video = 🎬
history-kind-audio = 🎵
history-kind-text = 📝
ask-result-search = 🔎 Envíame una palabra del texto y la busco en tus resultados.
action-audio_to_audio = 🎚 Rehacer

## Saldo

balance-title = <b>Saldo: { $count } 💎</b>
balance-held = Reservado para lo que está en marcha: { $count } 💎
balance-last = Últimos movimientos:
balance-empty = Aún no hay movimientos.
balance-line-posted = { $date } · { $what } · <b>{ $amount } 💎</b>
balance-line-pending = { $date } · { $what } · <i>{ $amount } 💎 reservados</i>
balance-line-voided = { $date } · { $what } · <s>{ $amount } 💎</s> devueltos
balance-line-free = { $date } · { $what } · <b>gratis</b>
balance-line-free-back = { $date } · { $what } · <s>gratis</s> no cuenta
balance-support = Para tener más créditos, escribe a { $contact }.

entry-start = Regalo de bienvenida
entry-stars = Comprado con Stars
entry-pack = Paquete por ⭐ { $stars }
entry-subscription = Suscripción, ⭐ { $stars }
entry-free = { $model } (gratis)
entry-operator = Regalo
entry-promo = Código promocional { $code }
entry-referral = Por un amigo invitado
entry-refund = Stars devueltas
entry-refund-undone = Devolución anulada
entry-operator-withdrawal = Corrección
payment-credited = ⭐️ ¡Gracias! Se han añadido { $credits }.
payment-subscribed = ⭐️ ¡Gracias! { $credits } añadidos. Lo mismo llega el { $date } y cada 30 días; termínala cuando quieras en /balance.
payment-renewed = 🔁 Tu suscripción sigue: { $credits } añadidos. La próxima vez, el { $date }.
payment-unmatched = ⭐️ Tu pago ha llegado, pero no corresponde a ninguna oferta. El operador lo mirará; no se pierde nada.
credits-granted = 💎 Has recibido { $credits }. Ahora tienes { $left }.
credits-taken = 💎 Se han retirado { $credits } de tu saldo. Ahora tienes { $left }.
credits-for-payment = 💎 Tu pago de ⭐ { $stars } ya está abonado: has recibido { $credits }. Ahora tienes { $left }.
credits-note = 💬 { $note }
payment-refunded = ↩️ ⭐ { $stars } han vuelto a ti y { $withdrawn } 💎 a nosotros.
payment-twice = ↩️ Habías pagado la suscripción dos veces en el mismo momento. ⭐ { $stars } han vuelto a ti y solo sigue una suscripción.
balance-invite = 🤝 Invita a un amigo: { $link }
    Los dos recibís { $credits } 💎 cuando llegue su primer resultado.
referral-rewarded = 🤝 Tu amigo ha recibido su primer resultado, y cada uno de vosotros tiene { $credits } más. ¡Gracias por la invitación!

## Comprar créditos

packs-choose = ⭐ Elige un paquete para tener más créditos:
packs-none = Ahora no se pueden comprar créditos aquí.
packs-short = <b>Faltan créditos.</b> Cuesta { $price } 💎, tienes { $balance } 💎, así que faltan { $missing } 💎.
packs-short-choose = Elige un paquete que lo cubra. En cuanto se pague, tu pedido empieza solo.
packs-short-largest = Ningún paquete lo cubre; este es el mayor. En cuanto se pague, el formulario vuelve a ti.
invoice-about = Créditos para imágenes, vídeo, música y voz. No caducan.
invoice-monthly = { $credits } créditos cada mes
invoice-monthly-about = Créditos para imágenes, vídeo, música y voz, cada 30 días. No caducan. Termínala cuando quieras en /balance.
subscription-about = 🔁 <b>{ $credits } 💎 cada mes por ⭐ { $stars }</b>
    Telegram cobra las Stars ahora y cada 30 días, y cada vez llegan los créditos. Puedes terminarla cuando quieras en /balance; lo pagado se queda.
subscription-active = 🔁 Suscripción: { $credits } 💎 al mes por ⭐ { $stars }, la próxima el { $date }
subscription-canceled = 🔁 Suscripción: { $credits } 💎 al mes por ⭐ { $stars }, termina el { $date }
subscription-failed = ⚠️ Suscripción: { $credits } 💎 al mes por ⭐ { $stars } no se pudo cobrar, termina el { $date }
subscription-stopped = La suscripción termina con el mes pagado.
subscription-resumed = La suscripción sigue.
invoice-about-waiting = En cuanto se pague, tu pedido empieza solo: { $model }.
promo-how = Envía tu código así: <code>/promo CODE</code>
promo-redeemed = 🎁 Se han añadido { $credits }.
promo-line = 🎁 <code>{ $code }</code> · { $credits } 💎 · usado { $uses } de { $most }
refund-how = Envía el identificador del pago: <code>/refund CHARGE</code>
refund-done = ↩️ Hecho: ⭐ { $stars } devueltas, { $withdrawn } de { $credits } 💎 retirados.
refund-refused = Telegram no quiso devolver ⭐ { $stars }. La persona vuelve a tener los { $withdrawn } de { $credits } 💎.
refund-pending = Telegram aún no ha contestado. Se han retirado { $withdrawn } de { $credits } 💎; sigo preguntando hasta que se devuelvan ⭐ { $stars }.

## Condiciones

contact-unnamed = el operador de este bot
paysupport-text = <b>Ayuda con los pagos</b>

    Los créditos se añaden en cuanto Telegram comunica tu pago, a más tardar en diez minutos. Lo que falla no se cobra: sus créditos vuelven solos.

    ¿Algo va mal o quieres tus Stars de vuelta? Escribe a { $contact } y añade el recibo que Telegram muestra del pago. Se devuelven las Stars de los créditos no gastados. El soporte de Telegram no puede ayudar con compras hechas en este bot.
terms-text = <b>Condiciones de uso</b>

    1. Compras créditos con Telegram Stars y los gastas en resultados. El precio se muestra antes de cada pedido; solo pagas los resultados que llegan.
    2. Los créditos son de tu cuenta. No caducan, no se pueden pasar a otros ni cambiar por dinero; las Stars de créditos no gastados se devuelven si lo pides.
    3. Los resultados los hacen modelos de IA de otras empresas. Pueden estar mal o parecerse a obras existentes; tú respondes de cómo los usas.
    4. Envía solo lo que tienes derecho a usar. Nada ilegal, nada sexual con menores, nada de imágenes falsas de personas reales contra su voluntad. Quien lo haga pierde el acceso.
    5. Preguntas y devoluciones: { $contact }, o /paysupport.
privacy-text = <b>Privacidad</b>

    <b>Se guarda:</b> tu id, nombre, usuario e idioma de Telegram; lo que pediste, con sus textos, ajustes y resultados; referencias a los archivos que enviaste; tus pagos y créditos.
    <b>Se pasa a otros:</b> textos, ajustes y archivos de un pedido van a kie.ai, que encarga el resultado y los borra a los pocos días. De los pagos se ocupa Telegram. Nada se vende ni se usa para publicidad.
    <b>Tus derechos:</b> escribe a { $contact } para saber qué se guarda de ti o para borrarlo. Los importes de los pagos se quedan, sin tu nombre, porque las cuentas deben cuadrar.

## Historial

history-title = <b>Tus resultados</b>
history-empty = Todavía nada. Escribe lo que quieres ver y aparecerá aquí.
history-row = { $icon } { $what } · { $date }
history-item = <b>{ $model }</b> · { $date } · { $price }
history-no-files = Los archivos de este resultado ya no están.
history-state-queued = en la cola
history-state-submitting = empezando
history-state-uncertain = en comprobación
history-state-running = trabajando
history-state-succeeded = enviándose
history-state-delivered = entregado
history-state-failed = fallido
history-state-cancelled = cancelado

command-forget = Borrar lo que se guarda de mí
too-fast = 🐇 Vas demasiado rápido para mí. Dame unos segundos y seguimos.
start-rules = <i>Nada ilegal, nada sexual con menores, nada de imágenes falsas de personas reales contra su voluntad. Más: /terms</i>
button-forget = 🗑 Borrarlo todo
forget-ask =
    <b>¿Borrar lo que se guarda de ti?</b>

    Tu nombre, ajustes, textos, archivos, plantillas, resultados e historial desaparecen para siempre. Lo que está en este chat se queda hasta que borres el chat.

    Tus créditos y los importes de tus pagos se quedan, porque las cuentas deben cuadrar.
forget-done = Hecho. No queda nada. Escríbeme cuando quieras y empezamos de nuevo.
inline-create = ✨ Crear en el bot
inline-open-model = 🎨 Probarlo
inline-like-this = ✨ Hacer uno así
error-generations-under-way = Algo tuyo aún se está haciendo. Prueba cuando termine.

## Ayuda

help-text =
    <b>Cómo funciona</b>

    1. Escribe lo que quieres ver, envía una foto o elige en el menú.
    2. Cambia los ajustes o déjalos como están. El precio está en el botón verde.
    3. Púlsalo. El resultado llega a este chat.

    Solo pagas los resultados que llegan. Cuando algo falla, los créditos vuelven solos.

    /models todos los modelos · /balance tus créditos · /history tus resultados
    /language idioma · /cancel cerrar el formulario
help-support = Preguntas: { $contact }

## Por qué no salió

failure-content-refused = el servicio rechazó el pedido por sus normas de contenido. Cambia el texto o la imagen y prueba otra vez.
failure-input-refused = el servicio no aceptó estos ajustes. Cámbialos y prueba otra vez.
failure-task-failed = el modelo no pudo hacerlo. Prueba otra vez o cambia el texto.
failure-timed-out = el modelo no terminó a tiempo. Prueba un poco más tarde.
failure-provider-busy = el servicio está saturado. Prueba en unos minutos.
failure-provider-down = el servicio no responde. Prueba en unos minutos.
failure-provider-paused = la creación está en pausa. El operador lo sabe; prueba más tarde.
failure-model-unavailable = este modelo no está disponible ahora. Elige otro, por favor.
failure-attachment-gone = el archivo que enviaste ya no se puede obtener. Envíalo otra vez.
failure-result-gone = el resultado se hizo, pero el servicio ya no lo guarda. Prueba otra vez.
failure-never-confirmed = el servicio nunca confirmó el pedido.

## Errores que una persona puede encontrar

error-unexpected = Algo ha fallado de nuestro lado. No se ha cobrado nada; prueba otra vez.
error-unknown-model = Este modelo ya no está. Elige otro, por favor.
error-model-unavailable = Este modelo no está disponible ahora. Elige otro, por favor.
error-invalid-input = Algunos ajustes aún no encajan, mira las marcas.
error-price-changed = El precio ha cambiado. Mira el botón y confirma otra vez.
error-not-for-sale = Esta combinación no está a la venta. Cambia los ajustes, por favor.
error-needs-measure = No puedo medir este archivo, así que no sé el precio. Envía otro, por favor.
error-balance-too-low = Faltan créditos: cuesta { $needed } 💎, tienes { $available } 💎, faltan { $missing } 💎.
error-provider-closed = Los pedidos nuevos están en pausa un momento. Tus créditos están intactos; prueba más tarde.
error-not-uncertain = Esta compra ya está resuelta.
error-task-belongs-elsewhere = Esa tarea es de otra creación o de otro modelo.
error-task-not-readable = kie.ai no conoce la tarea { $taskId }, o no responde por ahora.
error-too-many-open = Ya tienes varias creaciones en marcha. Espera a que termine una.
error-free-used-up = Tus gratuitos de hoy se han acabado. Mira el precio y confirma otra vez.
error-too-late-to-cancel = Ya se está haciendo y no se puede cancelar.

error-attachment-gone = El archivo que enviaste ya no se puede obtener. Envíalo otra vez, por favor.
error-attachment-too-large = Este archivo pasa de { $limit } MB y Telegram no me deja obtenerlo. Envía uno más pequeño o un enlace.
error-session = La sesión ha terminado. Cierra la página y ábrela otra vez.
error-too-many-calls = Eso fue un poco rápido. Espera un momento, por favor.
error-preset-gone = Esta plantilla ya no existe.
error-invalid-call = Esta página es antigua. Ciérrala y ábrela otra vez.
error-address-unreachable = No consigo ningún archivo en esa dirección. Envía otro enlace o el archivo mismo.
error-upload-too-large = El archivo pasa de { $limit } MB. Elige uno más pequeño.
error-upload-unreadable = Este tipo de archivo no sirve. Usa una imagen, un vídeo, un sonido o un PDF.
error-too-many-uploads = Son bastantes archivos por un día. Vuelve mañana, por favor.
error-preset-name-taken = Ya tienes otra plantilla con este nombre.
error-generation-not-found = Este resultado ya no está.
error-hold-already-captured = Estos créditos ya se han gastado.
error-hold-already-released = Estos créditos ya se han devuelto.
error-person-unknown = Esta persona nunca ha escrito al bot.
error-not-operator = Esto es solo para operadores.
error-reason-missing = Indica el motivo: se guarda en el registro.
error-amount-invalid = Un número entero de 1 a { $most }, por favor.
error-operator-not-blockable = No se puede bloquear a un operador. Quita antes su id de ADMIN_IDS.
error-markup-invalid = Un número de { $min } a { $max }, por favor.
error-broadcast-invalid = Un mensaje tiene de 1 a { $most } caracteres.
error-broadcast-unknown = No existe ese envío.
error-broadcast-state = Este envío ya ha avanzado. Ábrelo de nuevo.
error-catalogue-check-running = El catálogo ya se está comparando. Espera el informe.
error-desk-link-used = Este enlace a la mesa ya se usó o es demasiado antiguo. Envía /desk al bot para recibir otro.
error-invoice-unknown = Esta oferta ya no existe. Elige un paquete otra vez.
error-invoice-not-yours = Esta oferta era para otra persona.
error-invoice-changed = El precio ha cambiado. Elige un paquete otra vez.
error-invoice-paid = Esta oferta ya está pagada.
error-subscription-runs = Ya tienes una suscripción. Mira /balance.
error-person-banned = Desde esta cuenta no se puede comprar.
error-payment-unknown = No existe ese pago.
error-payment-already-credited = Este pago ya se ha abonado.
error-payment-already-refunded = Este pago ya se ha devuelto.
error-refund-credits-spent = Parte de los créditos de este pago ya se gastó, así que no se ha hecho nada. Devuélvelo otra vez para retirar solo lo que queda.
error-promo-unknown = No existe ese código.
error-promo-expired = Este código ha caducado.
error-promo-used-up = Este código está agotado.
error-promo-already-used = Ya has usado este código.
error-promo-exists = Este código ya existe.
error-promo-invalid = Un código promocional tiene de 3 a 32 letras A-Z, cifras, _ o -, y da al menos un crédito.
error-telegram-token-refused = Telegram rechaza el token del bot.
error-telegram-unreachable = Telegram no responde ahora. Prueba otra vez, por favor.
error-webhook-protected = Un webhook en { $address } recibe las novedades de este bot y PROTECT_WEBHOOK=1 prohíbe quitárselas.

## Para quien lleva el programa

error-database-unreachable = La base de datos en { $place } no responde.
error-data-folder-in-use = Otro proceso usa la carpeta de datos.
error-schema-too-new = La base de datos es más nueva que este programa. Inicia la versión nueva.
error-migration-edited = Se ha cambiado una migración ya aplicada.

## Para el operador

alert-provider-out-of-credits = 🛑 kie.ai rechaza por falta de créditos: no se vende ni se compra nada hasta que se recargue la cuenta. Lo que espera en la cola sigue entonces por sí solo.
alert-provider-unauthorized = ⚠️ kie.ai rechaza la clave. No se puede crear nada hasta que KIE_API_KEY sea correcta.
alert-provider-credits-low = ⚠️ Solo quedan { $credits } créditos de kie. Recarga la cuenta en kie.ai.
alert-provider-closed = 🛑 Solo quedan { $credits } créditos de kie: no se vende nada hasta recargar la cuenta en kie.ai.
alert-provider-credits-enough = ✅ La cuenta en kie.ai vuelve a tener { $credits } créditos de kie. Se sigue vendiendo.
alert-provider-silent = 🔇 kie.ai no responde. Los pedidos esperan en la cola, no se cobra nada y todo sigue por sí solo cuando vuelva a responder.
alert-provider-answers = ✅ kie.ai responde de nuevo. La cola sigue adelante.
alert-disk-full = 🛑 Solo quedan { $megabytes } MB en el disco de la base de datos: no se vende nada hasta que haya espacio.
alert-disk-room = ✅ Vuelve a haber espacio en el disco ({ $megabytes } MB). La venta sigue.
alert-uncertain-purchase = ⚠️ kie.ai no confirmó el pedido de la generación <code>{ $generation }</code> ({ $model }).
alert-uncertain-released = ⚠️ kie.ai nunca confirmó la creación { $generation }. La persona tiene los créditos de vuelta; compara con la cuenta.
alert-job-dead = ⚠️ Un trabajo de fondo se rindió: { $job }.
button-desk = 🖥 Mesa
button-desk-here = 🖥 Abrir la mesa aquí
open-desk-link =
    🖥 <b>Mesa del operador</b>
    { $link }

    El enlace sirve una vez, durante cinco minutos. No se lo des a nadie.
open-desk-not-built = La mesa no está construida: npm run build:web, y reinicia.
action-done-credits-granted = dio 💎
action-done-credits-taken = quitó 💎
action-done-person-blocked = bloqueó
action-done-person-unblocked = desbloqueó
action-done-payment-refunded = devolvió el pago
action-done-payment-credited = abonó un pago
action-done-purchase-attached = asignó una tarea
action-done-purchase-released = liberó
action-done-purchase-retried = lo intentó de nuevo
action-done-model-switched-off = apagó
action-done-model-switched-on = encendió
action-done-markup-set = cambió el margen
action-done-promo-created = código nuevo
action-done-promo-closed = cerró el código
action-done-catalogue-compared = comparó el catálogo
action-done-broadcast-started = empezó el envío
action-done-broadcast-paused = pausó el envío
action-done-broadcast-resumed = reanudó el envío
action-done-broadcast-cancelled = canceló el envío
admin-title = <b>🛠 Operador</b> · { $day }
admin-people = 👥 Nuevos: { $newPeople }, hoy aquí: { $activePeople }
admin-generations = 🎨 Entregadas: { $delivered }, fallidas: { $failed }, en curso: { $underWay }
admin-money = 💰 { $income } 💎 ingresados, { $spending } créditos de kie gastados · ⭐ { $stars } en { $payments ->
    [one] { $payments } pago
   *[other] { $payments } pagos
}
admin-account-enough = 🏦 kie.ai: quedan { $credits } créditos
admin-account-low = ⚠️ kie.ai: solo quedan { $credits } créditos
admin-account-closed = 🛑 kie.ai: quedan { $credits } créditos, no se vende nada
admin-done = Hecho.
admin-done-before = Esto ya estaba hecho.
act-why = ❓ <b>¿Por qué?</b> Toca un motivo o escribe uno: quedará en el registro.
act-reason = ❓ Motivo: { $reason }
act-grant = ➕ ¿Dar <b>{ $amount } 💎</b> a { $name }?
    Ahora tiene { $available } 💎. Se le avisará.
act-take = ➖ ¿Quitar <b>{ $amount } 💎</b> a { $name }?
    Ahora tiene { $available } 💎. Se le avisará.
act-block = 🚫 ¿Bloquear a { $name }? El bot deja de escuchar; lo que tiene sigue siendo suyo.
act-unblock = ✅ ¿Dejar entrar de nuevo a { $name }?
act-refund = ↩️ ¿Devolver <b>⭐ { $stars }</b> a { $name }? Se retiran los { $credits } 💎 de este pago.
act-refund-forced = ↩️ ¿Devolver <b>⭐ { $stars }</b> a { $name } de todos modos?
    ⚠️ De los { $credits } 💎 de este pago solo quedan { $available }. Se retira lo que queda.
act-credit = ➕ ¿Dar <b>{ $credits } 💎</b> a { $name } por el pago de ⭐ { $stars }? Se le avisará.
act-attach = 🔗 ¿Adjuntar la tarea <code>{ $task }</code> a <code>{ $generation }</code>?
act-retry = 🔁 ¿Pedir <code>{ $generation }</code> otra vez? Si kie.ai la vendió la primera vez, allí se paga dos veces.
act-release = ↩️ ¿Devolver los créditos de <code>{ $generation }</code>?
act-switch-off = 🚫 ¿Apagar <b>{ $name }</b> para todos? Lo que ya está en cola se hace.
act-switch-on = ✅ ¿Vender <b>{ $name }</b> de nuevo?
act-markup = 💲 ¿Cambiar el margen de ×{ $old } a <b>×{ $markup }</b>? Los precios confirmados se mantienen.
act-markup-reset = 💲 ¿Cambiar el margen de ×{ $old } al de los ajustes? Los precios confirmados se mantienen.
act-new-promo = 🎁 ¿Crear el código <code>{ $code }</code>? { $credits } 💎 cada uno, usos: { $most }, último día: { $end }
act-close-promo = ✖️ ¿Cerrar <code>{ $code }</code>? Lo que dio se mantiene.
act-broadcast-start = 📣 ¿Enviar esto a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}?
    <i>{ $text }</i>
act-broadcast-pause = ⏸ ¿Pausar este envío?
    <i>{ $text }</i>
act-broadcast-resume = ▶️ ¿Seguir con este envío?
    <i>{ $text }</i>
act-broadcast-cancel = ✖️ ¿Cancelar este envío del todo?
    <i>{ $text }</i>
button-act-grant = ✔️ Dar { $amount } 💎
button-act-take = ✔️ Quitar { $amount } 💎
button-act-markup = ✔️ Poner ×{ $markup }
button-act-new-promo = ✔️ Crear el código
button-act-told = ☑️ La persona lee el motivo
button-act-untold = ⬜️ La persona lee el motivo
reason-trouble = Disculpas por el fallo
reason-gift = Un regalo
reason-mistake = Un error corregido
reason-misuse = Abuso
reason-spam = Spam
reason-cleared = Aclarado
reason-asked = Lo ha pedido
reason-checked = Revisado a mano
reason-in-log = Está en kie.ai/logs
reason-not-in-log = No en kie.ai/logs
reason-fails = Falla mucho
reason-dear = Demasiado caro
reason-trial = Una prueba
reason-works = Vuelve a funcionar
reason-prices = Precios nuevos
reason-campaign = Campaña
reason-over = Ha terminado
reason-news = Novedades
reason-look = Por revisar
admin-unmatched = 💫 Pagos que no encajan con ninguna oferta; no se abonó nada:
admin-unmatched-none = 💫 Todos los pagos están abonados o devueltos.
admin-ask-credit = ➕ ¿Cuántos créditos debe traer el pago de ⭐ { $stars }? Toca o envía un número.
admin-payment = ⭐ <b>{ $stars }</b> · { $date }
    👤 { $name }
    <code>{ $charge }</code>
admin-payment-credited = ✅ { $credits } 💎 abonados
admin-payment-unmatched = ⚠️ aún no se ha abonado nada
admin-payment-refunding = ⏳ en devolución, { $withdrawn } de { $credits } 💎 retirados
admin-payment-refunded = ↩️ devuelto, { $withdrawn } de { $credits } 💎 retirados
admin-payment-problem-invoice-unknown = Nombra una factura que no es nuestra.
admin-payment-problem-amount-differs = Su importe no es el de la factura.
admin-payment-problem-payer-differs = Pagó otra persona que aquella a quien se ofreció.
admin-payment-problem-refunded-before-recorded = Se devolvió antes de llegar aquí.
admin-models-found = 🔎 Modelos para «{ $query }»:
admin-models-found-none = 🔎 Ningún modelo se llama «{ $query }».
admin-person-log-line = <i>{ $date }</i> { $who }: { $what }{ $reason }
button-admin-unmatched = 💫 Pagos por decidir · { $count }
button-admin-credit = ➕ Dar créditos por él
button-admin-decide = ⚖️ Decidir
promo-until = hasta el { $day }
promo-over = terminó { $date }
admin-ask-person = 👤 Envía un id, un nombre de usuario o el comienzo de un nombre.
admin-ask-model = 🔎 Envía el nombre de un modelo.
admin-ask-markup = 💲 Envía el nuevo margen: créditos por crédito de kie, p. ej. <code>2.5</code>
admin-ask-promo = 🎁 Envía el código nuevo: <code>CÓDIGO CRÉDITOS USOS HASTA</code>, p. ej. <code>SPRING 50 100 2031-05-31</code>. USOS (- sin límite) y HASTA pueden omitirse.
admin-ask-grant = ➕ ¿Cuántos créditos? Puedes decir el motivo en la misma línea: <code>50 disculpas por el fallo</code>
admin-ask-take = ➖ ¿Cuántos créditos? Puedes decir el motivo en la misma línea: <code>50 dados por error</code>
admin-found = 👤 Encontrados para «{ $query }»:
admin-found-nobody = Nadie se llama «{ $query }».
admin-person = 👤 <b>{ $name }</b> · { $locale }
    desde { $joined }, visto { $seen }
    💎 { $available } disponibles, { $held } retenidos
    🎨 Entregadas: { $delivered }, fallidas: { $failed }
admin-person-here = ✅ puede usar el bot
admin-person-blocked = 🚫 bloqueado por un operador
admin-person-gone = 💤 ha bloqueado el bot
admin-models = 🧯 Modelos apagados y los que fallaron en las últimas 24 horas:
admin-models-none = 🧯 Todos los modelos están encendidos y ninguno falló en 24 horas.
admin-model = <b>{ $name }</b>
    <code>{ $id }</code>
admin-model-failing = En 24 horas, entregadas: { $delivered }, fallidas: { $failed }. La última: { $words }
admin-model-on = ✅ Está a la venta.
admin-model-off = 🚫 Apagado para todos; lo que ya estaba en cola se hace.
admin-markup = 💲 Margen: <b>×{ $markup }</b> créditos por crédito de kie. Uno nuevo rige en segundos; los precios confirmados se mantienen.
admin-promo = <b>🎁 Códigos promocionales</b>
admin-promo-none = Todavía no hay ninguno.
admin-ask-broadcast = 📣 Envía el mensaje tal como se leerá; negrita, enlaces y emojis se conservan.
admin-broadcasts = <b>📣 Envíos</b>
admin-broadcasts-none = Todavía no hay ninguno.
admin-broadcast-state-draft = ✏️ sin empezar
admin-broadcast-state-running = ▶️ en curso
admin-broadcast-state-paused = ⏸ en pausa
admin-broadcast-state-cancelled = ✖️ cancelado
admin-broadcast-state-done = ✅ terminado
admin-broadcast-to = Para: { $locale }, { $activity }
admin-broadcast-everybody = 🌍 todos los idiomas
admin-broadcast-always = todos
admin-broadcast-days = vistos en { $days } días
admin-broadcast-reach = Ahora llegaría a { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}.
admin-broadcast-counts = 📬 { $sent } de { $total } enviados · { $gone } se fueron · { $failed } fallidos · { $unsure } inciertos
admin-broadcast-row = { $state } · { $text }
button-admin-broadcasts = 📣 Envíos
button-admin-broadcast-new = ✏️ Envío nuevo
button-admin-broadcast-preview = 👁 Enviármelo
button-admin-broadcast-start = 📣 Enviar a { $count }
button-admin-broadcast-pause = ⏸ Pausar
button-admin-broadcast-resume = ▶️ Seguir
button-admin-broadcast-cancel = ✖️ Cancelar del todo
admin-uncertain = 🔍 Compras que kie.ai nunca confirmó:
admin-log = <b>📜 Registro</b>
admin-log-empty = Todavía no se ha hecho nada.
admin-log-line = <i>{ $date }</i> { $who }: { $what } · { $subject }{ $reason }
button-admin-find = 👤 Buscar persona
button-admin-models = 🧯 Apagados · { $off }
button-admin-uncertain = 🔍 Inciertas · { $count }
button-admin-markup = 💲 Margen ×{ $markup }
button-admin-promo = 🎁 Códigos
button-admin-log = 📜 Registro
button-admin-grant = ➕ Dar créditos
button-admin-take = ➖ Quitar créditos
button-admin-block = 🚫 Bloquear
button-admin-unblock = ✅ Dejar entrar
button-admin-payment = ⭐ { $stars } · { $date }
button-admin-refund = ↩️ Devolver ⭐ { $stars }
button-admin-model = { $name } · ✗ { $failed } ✓ { $delivered }
button-admin-model-off = 🚫 { $name } · apagado
button-admin-switch-off = 🚫 Apagar para todos
button-admin-switch-on = ✅ Encender de nuevo
button-admin-markup-set = ✏️ Poner otro
button-admin-markup-reset = ↺ Como en los ajustes
button-admin-promo-new = ➕ Código nuevo
button-admin-promo-close = ✖️ Cerrar { $code }
button-refresh = 🔄 Actualizar
command-admin = la mesa del operador
uncertain-facts =
    Persona: { $person }
    Precio: { $credits } 💎 reservados, { $kieCredits } créditos de kie
    Enviado: { $sent }
    Tareas nombradas por callbacks: { $tasks }

    Mira ese minuto en kie.ai/logs. Hay una tarea: adjúntala. No hay ninguna: devuelve los créditos o prueba otra vez. Si no haces nada: se devuelven a las { $released }.
uncertain-ask-task = 🔗 Envía en tu próximo mensaje el id de la tarea de <code>{ $generation }</code>; lo muestra kie.ai/logs.
uncertain-none = No hay ninguna compra sin confirmar.
uncertain-done-retry = 🔁 { $generation } está otra vez en la cola. Si kie.ai la vendió la primera vez, allí se paga dos veces.
uncertain-done-release = ↩️ { $generation }: los créditos han vuelto a la persona.
uncertain-done-attach = 🔗 { $generation } tiene su tarea: kie.ai trabaja en ella.
uncertain-done-attach-ended = 🔗 { $generation } tiene su tarea, que ya ha terminado: la persona se entera.
button-uncertain-attach = 🔗 Adjuntar una tarea
button-uncertain-retry = 🔁 Probar otra vez
button-uncertain-release = ↩️ Devolver
alert-foreign-poller = ⚠️ Otro programa recibe las novedades de este bot con el mismo token. Pueden perderse respuestas hasta que pare.
alert-foreign-webhook = ⚠️ Alguien puso un webhook a este bot, así que no recibo novedades. Quítalo o reiníciame.
alert-webhook-removed = ⚠️ Este bot tenía un webhook en { $address }. Lo quité para consultar ({ $pending } novedades esperaban). Si es de otro programa tuyo, dale su propio bot; con PROTECT_WEBHOOK=1 me niego.
alert-webhook-repaired = ⚠️ Alguien cambió el webhook de este bot (encontrado: { $address }). Lo he puesto otra vez en mi dirección. Si no conoces otro programa, el token se ha filtrado: /revoke en @BotFather.
alert-webhook-failing = ⚠️ Telegram no puede traerme las novedades de este bot: { $reason }. Esperan { $pending }.
alert-payment-unmatched = ⚠️ Un pago de ⭐ { $stars } de la persona { $personId } no encaja con ninguna oferta, así que no se abonó nada: da créditos por él o devuélvelo.
    <code>{ $chargeId }</code>
alert-payment-differs = ⚠️ Telegram dice ⭐ { $stars } del pago { $chargeId } de la persona { $personId }, los libros dicen ⭐ { $recorded }. Compara, por favor.
alert-refund-short = ⚠️ El pago { $chargeId } de la persona { $personId } se devolvió, pero { $short } 💎 ya se habían gastado y no se pudieron retirar.

## Lo que no encaja

problem-unknown-model = Este modelo ya no está.
problem-required = Hace falta «{ $field }».
problem-type = «{ $field }» tiene un valor de otro tipo.
problem-integer = «{ $field }» debe ser un número entero.
problem-enum = «{ $field }» no tiene ese valor.
problem-min = «{ $field }» debe ser al menos { $limit }.
problem-max = «{ $field }» debe ser como mucho { $limit }.
problem-step = «{ $field }» va en pasos de { $step }.
problem-too-short = «{ $field }» es muy corto: al menos { $limit } caracteres.
problem-too-long = «{ $field }» es muy largo: como mucho { $limit } caracteres.
problem-too-few = «{ $field }» necesita al menos { $limit }.
problem-too-many = «{ $field }» admite como mucho { $limit }.
problem-pattern = «{ $field }» no está escrito como debe.
problem-url = «{ $field }» debe ser un archivo o un enlace que empiece por https://.
problem-unknown-field = Este modelo no conoce «{ $field }».
problem-any-of = Hace falta al menos uno de estos: { $fields }.
problem-one-of = Hace falta exactamente uno de estos: { $fields }.
problem-requires = Con estos ajustes hace falta «{ $field }».
problem-not-allowed-together = «{ $field }» no va con «{ $other }».
problem-not-allowed-when = «{ $field }» no va con los demás ajustes.
problem-not-allowed-value = «{ $field }» no puede tener este valor con los demás ajustes.
problem-total-length = Los textos son demasiado largos juntos: como mucho { $limit } caracteres.
problem-total-items = Juntos ({ $fields }) son demasiados o muy pocos: el límite es { $limit }.
problem-span = «{ $field }» no encaja con «{ $from }».

## Nombres de los ajustes (las claves son los campos de kie.ai)

field-prompt = Texto
field-negative_prompt = Qué evitar
field-text = Texto
field-dialogue = Líneas
field-lyrics = Letra
field-title = Título
field-tags = Estilos
field-negative_tags = Estilos a evitar
field-style = Estilo
field-aspect_ratio = Proporciones
field-ratio = Proporciones
field-image_size = Proporciones
field-size = Tamaño
field-resolution = Resolución
field-image_resolution = Resolución
field-output_resolution = Resolución
field-quality = Calidad
field-mode = Modo
field-duration = Duración, s
field-n_frames = Duración, s
field-duration_seconds = Duración, s
field-output_format = Formato
field-seed = Semilla
field-seeds = Semilla
field-num_images = Cuántas
field-max_images = Cuántas como mucho
field-n = Cuántas
field-image_url = Imagen
field-image_urls = Imágenes
field-image = Imagen
field-input_image = Imagen
field-image_input = Imágenes
field-input_urls = Imágenes
field-files_url = Imágenes
field-file_url = Imagen
field-reference_image = Imágenes de referencia
field-reference_image_urls = Imágenes de referencia
field-reference_video_urls = Vídeos de referencia
field-reference_audio_urls = Sonidos de referencia
field-first_frame_url = Primer fotograma
field-first_frame_image_url = Primer fotograma
field-first_frame = Primer fotograma
field-last_frame_url = Último fotograma
field-last_frame_image_url = Último fotograma
field-end_image_url = Último fotograma
field-tail_image_url = Último fotograma
field-return_last_frame = Último fotograma como imagen
field-mask_url = Máscara
field-video_url = Vídeo
field-video_urls = Vídeos
field-first_clip_url = Primer clip
field-audio_url = Sonido
field-audio_urls = Sonidos
field-upload_url = Sonido
field-driving_audio_url = Voz
field-voice = Voz
field-voice_name = Nombre de la voz
field-vocal_gender = Cantante
field-instrumental = Sin voz
field-custom_mode = Letra y estilo propios
field-model = Versión
field-speed = Velocidad
field-stability = Estabilidad
field-similarity_boost = Parecido
field-language_code = Idioma
field-timestamps = Marcas de tiempo
field-loop = Bucle
field-sound = Sonido
field-audio = Sonido
field-generate_audio = Sonido
field-generate_audio_switch = Sonido
field-watermark = Marca de agua
field-remove_watermark = Sin marca de agua
field-background = Fondo
field-rendering_speed = Velocidad
field-acceleration = Aceleración
field-guidance_scale = Fidelidad al texto
field-cfg_scale = Fidelidad al texto
field-prompt_influence = Fidelidad al texto
field-strength = Fuerza del cambio
field-num_inference_steps = Pasos
field-upscale_factor = Ampliar por
field-expand_prompt = Mejorar el texto
field-enhance_prompt = Mejorar el texto
field-prompt_extend = Mejorar el texto
field-prompt_optimizer = Mejorar el texto
field-prompt_upsampling = Mejorar el texto
field-enable_prompt_expansion = Mejorar el texto
field-enable_translation = Traducir el texto
field-nsfw_checker = Filtro de contenido
field-enable_safety_checker = Filtro de contenido
field-safety_tolerance = Rigor del filtro
field-camera_fixed = Cámara fija
field-fixed_lens = Cámara fija
field-multi_shots = Varios planos
field-multi_prompt = Planos
field-shots = Escenas
field-elements = Personajes y cosas
field-web_search = Buscar en la web
field-thinking_mode = Pensar antes
field-variety = Variedad
field-weirdness_constraint = Experimento
field-style_weight = Peso del estilo
field-audio_weight = Peso del sonido
field-color_palette = Colores
field-character_orientation = Pose de
field-temperature = Libertad
field-diarize = Distinguir hablantes
field-tag_audio_events = Marcar sonidos

field-upload_cn = Carga en China
field-enable_pro = Calidad Pro
field-enable_sequential = Una serie
field-hex = Color
field-bbox_list = Zonas
field-audio_ids = Voces
field-video_list = Vídeos
field-url = Archivo
field-start = Desde, s
field-ends = Hasta, s
field-character_ids = Personajes
field-customize_multi_shots = Planos propios
field-prefer_multi_shots = Varios planos solo
field-name = Nombre
field-description = Descripción
field-element_input_urls = Imágenes o vídeos
field-element_input_audio_urls = Voz
field-kling_elements = Personajes y cosas
field-start_time = Inicio
field-end_time = Fin
field-generate_multi_clip_switch = Varios clips
field-generation_type = Tipo de vídeo
field-enable_fallback = Modelo de reserva
field-reference_file_urls = Archivos de referencia
field-reference_link_urls = Enlaces de referencia
field-task_id = Resultado anterior
field-taskId = Resultado anterior
field-index = Número
field-template_id = Plantilla
field-image_references = Imágenes de referencia
field-type = Tipo
field-ref_name = Nombre en el texto
field-reference_video = Vídeo de referencia
field-reference_voice = Voz de referencia
field-extend_at = Extender desde, s
field-extend_times = Extender, s
field-audio_setting = Sonido
field-background_source = Fondo de
field-persona_id = Persona
field-persona_model = Tipo de persona
field-sound_key = Tonalidad
field-sound_loop = Bucle
field-sound_tempo = Tempo
field-grab_lyrics = Con letra
field-previous_text = Texto anterior
field-next_text = Texto posterior
field-scene = Escena
field-sample_context = Situación
field-speakers = Hablantes
field-speaker_id = Hablante
field-audio_profile = Manera
field-accent = Acento
field-pace = Ritmo
field-dialogue_turns = Líneas
field-filler_words = Muletillas
field-audio_id = Pista
field-sync_mode = Labios precisos
field-mask_indexs = Partes
field-reference_mask_urls = Máscaras de referencia
field-pe_fast_mode = Modo rápido
field-separate_vocal = Separar la voz
field-open_scenedet = Detectar escenas
field-align_audio = Ajustar al sonido
field-align_audio_reverse = Ida y vuelta
field-templ_start_seconds = Inicio, s
field-num_frames = Fotogramas
field-frames_per_second = Fotogramas por segundo
field-shift = Desplazamiento
field-continue_at = Continuar en, s
field-upload_url_list = Sonidos
field-full_lyrics = Letra completa
field-infill_start_s = Sustituir desde, s
field-infill_end_s = Sustituir hasta, s
field-stem_name = Instrumento
field-content = Texto
field-author = Autor
field-domain_name = Sitio web en el vídeo
field-verify_url = Grabación de la frase
field-singer_skill_level = Nivel
field-vocal_start = Voz desde
field-vocal_end = Voz hasta
field-vocal_start_s = Voz desde, s
field-vocal_end_s = Voz hasta, s
field-voice_url = Grabación de la voz

about-prompt = Di qué quieres ver u oír, cuanto más exacto mejor.
about-negative_prompt = Lo que no debe aparecer.
about-aspect_ratio = Ancho por alto: 16:9 para pantallas, 9:16 para el móvil, 1:1 para un avatar.
about-image_size = Ancho por alto, o el tamaño de la imagen.
about-resolution = Lo fino que es el resultado. Más fino cuesta más y tarda más.
about-quality = Más calidad cuesta más y tarda más.
about-mode = Cómo trabaja el modelo: más rápido y barato, o mejor.
about-duration = Cuánto durará el vídeo o el sonido.
about-seed = El mismo número con los mismos ajustes da casi el mismo resultado. Vacío: uno nuevo cada vez.
about-output_format = PNG conserva todo el detalle, JPEG pesa menos.
about-num_images = Cuántas imágenes hacer a la vez; cada una se paga.
about-max_images = Cuántas imágenes como máximo; cada una se paga.
about-voice = Quién lee el texto.
about-speed = 1 es natural, menos es más lento, más es más rápido.
about-stability = Bajo: más vivo, alto: más estable.
about-similarity_boost = Lo cerca de la voz original.
about-style = La manera o el género, en pocas palabras.
about-custom_mode = Sí: das título, estilo y letra. No: basta una frase.
about-instrumental = Música sin voz.
about-model = Las versiones nuevas suelen sonar mejor.
about-guidance_scale = Lo estricto que es con tus palabras.
about-cfg_scale = Lo estricto que es con tus palabras.
about-strength = Bajo conserva la imagen, alto la cambia más.
about-num_inference_steps = Más pasos: más fino y más lento.
about-upscale_factor = Cuántas veces más grande.
about-nsfw_checker = Rechaza lo que no es para todos.
about-enable_safety_checker = Rechaza lo que no es para todos.
about-prompt_extend = Deja que el modelo añada detalle a tus palabras.
about-enable_prompt_expansion = Deja que el modelo añada detalle a tus palabras.
about-camera_fixed = La cámara no se mueve.
about-generate_audio = El vídeo tendrá sonido propio.
about-sound = El vídeo tendrá sonido propio.
about-image_urls = Las imágenes de partida.
about-image_url = La imagen de partida.
about-image_input = Imágenes que el modelo debe mirar.
about-last_frame_url = La imagen con la que termina el vídeo.
about-mask_url = Quién habla, cuando se ve a varias personas: máscaras hechas con una detección de personas.
about-mask-change = Lo que cambia va en { $colour ->
    [black] negro, el resto en blanco.
   *[white] blanco, el resto en negro.
}
about-mask-subject = Lo que el modelo debe mirar va en { $colour ->
    [black] negro, el resto en blanco.
   *[white] blanco, el resto en negro.
}
about-mask-unsure = El fabricante no lo dice con claridad: si se toma la parte equivocada, invierte los colores.
about-multi_prompt = Un vídeo de varios planos: di qué pasa en cada uno y cuánto dura.
about-dialogue = Cada línea la lee su propia voz.
about-watermark = Un texto sobre el resultado.
about-continue_at = El segundo en que sigue la canción.
about-elements = Personas o cosas que se ven igual en todos los planos; nómbralas en el texto.
about-hex = Por ejemplo, #FF8800.
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
about-enable_translation = Antes traduce tus palabras al inglés, que algunos modelos entienden mejor.
about-safety_tolerance = Más alto deja pasar más; más bajo rechaza más.
about-upload_cn = Lee tu archivo desde servidores en China, si así es más rápido.
about-background = Lo que hay detrás: tal cual, o transparente para recortar.
about-enable_pro = Una versión mejor del modelo; cuesta más.
about-rendering_speed = Más rápido es más barato; más lento, más fino.
about-acceleration = Más velocidad a cambio de algo de detalle.
about-enable_sequential = Varias imágenes que van juntas, como una historia.
about-thinking_mode = El modelo piensa antes de dibujar: más lento y más fiel a tus palabras.
about-color_palette = Los colores que se usan y cuánto de cada uno.
about-bbox_list = En qué lugar de la imagen va cada cosa.
about-web_search = El modelo puede buscar en la red lo nuevo o lo exacto.
about-reference_image_urls = Imágenes de lo que debe verse igual en el resultado.
about-reference_audio_urls = Sonidos o voces que deben oírse en el resultado.
about-reference_video_urls = Clips cuyo movimiento o aspecto se debe seguir.
about-first_frame_url = La imagen con la que empieza el vídeo.
about-return_last_frame = También envía el último fotograma, para empezar ahí el siguiente vídeo.
about-audio_ids = Voces creadas antes, por sus identificadores.
about-video_list = Clips, y de qué segundo a qué segundo se usa cada uno.
about-url = El archivo mismo.
about-start = El segundo en que empieza el trozo.
about-ends = El segundo en que termina el trozo.
about-character_ids = Personajes creados antes, por sus identificadores.
about-customize_multi_shots = Activado: tú escribes cada plano.
about-prefer_multi_shots = El modelo divide el vídeo en planos por sí mismo.
about-name = Un nombre corto para mencionarlo en la descripción.
about-description = Qué es o cómo se ve, en pocas palabras.
about-element_input_urls = De dos a cuatro imágenes, o un clip, de la misma persona o cosa.
about-element_input_audio_urls = Una grabación de la voz de este personaje.
about-multi_shots = Un vídeo de varios planos con cortes entre ellos.
about-start_time = Desde qué punto del archivo empezar.
about-end_time = En qué punto del archivo terminar.
about-generate_multi_clip_switch = Varios ángulos de cámara en un vídeo.
about-generation_type = Solo con palabras, con el primer y el último fotograma o con referencias.
about-audio_url = El sonido de partida.
about-video_url = El vídeo de partida.
about-video_urls = Los vídeos de partida.
about-audio_urls = Los sonidos de partida.
about-reference_file_urls = Documentos que el modelo debe leer.
about-reference_link_urls = Páginas que el modelo debe leer.
about-task_id = El resultado anterior del que se sigue; lo rellena el botón que está debajo.
about-index = Cuál de varios resultados se quiere.
about-template_id = Un efecto ya hecho.
about-type = Para qué sirve.
about-ref_name = El nombre con que la descripción menciona esta imagen.
about-first_clip_url = El clip que se continúa.
about-driving_audio_url = La voz que siguen los labios.
about-reference_video = Un clip de la persona o cosa que debe aparecer.
about-reference_voice = Una grabación de la voz que se usará.
about-extend_at = El segundo desde el que sigue el vídeo.
about-extend_times = Cuántos segundos añadir.
about-audio_setting = Conservar el sonido del vídeo o dejar que elija el modelo.
about-character_orientation = Si la figura está como en la imagen o se mueve como en el vídeo.
about-background_source = De dónde viene el fondo: de tu imagen o de tu vídeo.
about-title = El nombre de la canción.
about-negative_tags = Estilos e instrumentos que no deben oírse.
about-variety = Más alto: más sorprendente.
about-vocal_gender = Si canta un hombre o una mujer.
about-lyrics = Las palabras que se cantan.
about-persona_id = Una voz o un estilo creados antes, por su identificador.
about-persona_model = Si la persona aporta su estilo o su voz.
about-style_weight = Con cuánta fidelidad se sigue el estilo.
about-weirdness_constraint = Bajo: familiar; alto: insólito.
about-audio_weight = Cuánto queda de tu sonido.
about-sound_key = La tonalidad.
about-sound_loop = El final encaja con el principio, para repetirlo.
about-sound_tempo = Pulsos por minuto.
about-grab_lyrics = También da la letra, si la hay.
about-text = Las palabras que se leen en voz alta.
about-language_code = El idioma que se habla; casi siempre se reconoce solo.
about-timestamps = También dice cuándo se pronuncia cada palabra.
about-previous_text = Lo que se dijo antes, para seguir con el mismo tono.
about-next_text = Lo que se dice después, para que encaje el tono.
about-temperature = Bajo: uniforme; alto: más libre.
about-scene = Dónde y cuándo se habla.
about-sample_context = Lo que ocurre, para acertar el tono.
about-speakers = Quién habla, cada uno con su voz.
about-speaker_id = Quién de los hablantes dice la línea.
about-audio_profile = Qué tipo de persona habla.
about-accent = Con qué acento suena.
about-pace = Con qué rapidez y ritmo se habla.
about-filler_words = Añade algún «eh», como hace la gente.
about-audio_id = Qué canción del resultado anterior; la rellena el botón que está debajo.
about-sync_mode = Los labios siguen mejor el sonido; más lento.
about-mask_indexs = Qué partes de la imagen hablan.
about-reference_mask_urls = Máscaras que muestran a quién se refiere.
about-pe_fast_mode = Más rápido, con algo menos de cuidado.
about-separate_vocal = Primero separa la voz de la música.
about-open_scenedet = Encuentra los cortes del vídeo por sí mismo.
about-align_audio = Ajusta la duración del vídeo al sonido.
about-align_audio_reverse = Si el sonido es más largo, el vídeo va y vuelve.
about-templ_start_seconds = Desde qué segundo del vídeo empezar.
about-num_frames = Más fotogramas: vídeo más largo.
about-frames_per_second = Más es más fluido.
about-shift = Bajo: detalles; alto: movimiento.
about-upload_url = El sonido con el que se trabaja.
about-upload_url_list = Dos canciones que se vuelven una.
about-full_lyrics = Toda la letra tras el cambio.
about-infill_start_s = El segundo en que empieza la parte nueva.
about-infill_end_s = El segundo en que termina la parte nueva.
about-stem_name = El instrumento o la voz que se extrae.
about-content = El texto con el que se trabaja.
about-author = El nombre que aparece como artista.
about-domain_name = Un sitio web que se muestra en el vídeo.
about-verify_url = Una grabación en la que dices la frase indicada.
about-singer_skill_level = Lo bien que canta la voz.
about-vocal_start = El segundo en que empieza la voz.
about-vocal_end = El segundo en que termina la voz.
about-vocal_start_s = { about-vocal_start }
about-vocal_end_s = { about-vocal_end }
about-voice_url = Una grabación clara de la voz, sin música.

## Palabras para valores que son palabras

choice-auto = automático
choice-square = cuadrado
choice-square_hd = cuadrado HD
choice-portrait_4_3 = vertical 3:4
choice-portrait_3_2 = vertical 2:3
choice-portrait_16_9 = vertical 9:16
choice-landscape_4_3 = horizontal 4:3
choice-landscape_3_2 = horizontal 3:2
choice-landscape_16_9 = horizontal 16:9
choice-landscape_21_9 = horizontal 21:9
choice-low = baja
choice-medium = media
choice-high = alta
choice-ultra = ultra
choice-basic = básica
choice-standard = estándar
choice-std = estándar
choice-pro = pro
choice-lite = ligera
choice-turbo = rápida
choice-balanced = equilibrada
choice-quality = mejor calidad
choice-none = ninguno
choice-regular = normal
choice-transparent = transparente
choice-opaque = opaco
choice-realistic = realista
choice-fiction = ficción
choice-general = general
choice-design = diseño
choice-fun = divertido
choice-normal = normal
choice-spicy = atrevido
choice-m = masculina
choice-f = femenina
choice-image = imagen
choice-video = vídeo
choice-adaptive = como la imagen
choice-text_2_video = con palabras
choice-first_and_last_frames_2_video = con fotogramas
choice-reference_2_video = con referencias
choice-subject = figura
choice-background = fondo
choice-origin = como estaba
choice-input_video = del vídeo
choice-input_image = de la imagen
choice-v4 = V4
choice-v4_5 = V4.5
choice-v4_5plus = V4.5 Plus
choice-v4_5all = V4.5 All
choice-v5 = V5
choice-v5_5 = V5.5
choice-v6 = V6
choice-v6_mini = V6 Mini
choice-v6_wild = V6 Wild
choice-style_persona = estilo
choice-voice_persona = voz
choice-any = cualquiera
choice-neutral = neutro
choice-american_gen_ = estadounidense
choice-american_valley_ = californiano
choice-american_south_ = sureño de EE. UU.
choice-british_rp_ = británico
choice-british_brixton_ = sur de Londres
choice-transatlantic = transatlántico
choice-australian = australiano
choice-vocal_smile = con una sonrisa
choice-newscaster = locutor
choice-whisper = susurro
choice-empathetic = cálido
choice-promo_hype = publicidad
choice-deadpan = impasible
choice-natural = natural
choice-rapid_fire = muy rápido
choice-the_drift = soñador
choice-staccato = entrecortado
choice-separate_vocal = voz y música
choice-split_stem = todos los instrumentos
choice-split_stem_advanced = un instrumento
choice-beginner = principiante
choice-intermediate = intermedio
choice-advanced = avanzado
choice-professional = profesional
choice-lead_vocal = voz principal
choice-drum_kit = batería
choice-kick = bombo
choice-snare = caja
choice-risers = subidas
choice-bass = bajo
choice-backing_vocals = coros
choice-piano = piano
choice-electric_guitar = guitarra eléctrica
choice-percussion = percusión
choice-string_section = cuerdas
choice-synth = sintetizador
choice-acoustic_guitar = guitarra acústica
choice-sound_effects = efectos de sonido
choice-synth_pad = colchón de sintetizador
choice-synth_bass = bajo sintetizado
choice-guitar = guitarra
choice-brass_section = metales
choice-organ = órgano
choice-electronic_drum_kit = batería electrónica
choice-lead_electric_guitar = guitarra eléctrica solista
choice-synth_keys = teclas de sintetizador
choice-rhythm_electric_guitar = guitarra eléctrica rítmica
choice-electric_piano = piano eléctrico
choice-upright_bass = contrabajo pulsado
choice-keyboards = teclados
choice-distorted_electric_guitar = guitarra distorsionada
choice-synth_strings = cuerdas de sintetizador
choice-synth_lead = solo de sintetizador
choice-woodwinds = maderas
choice-rhythm_acoustic_guitar = guitarra acústica rítmica
choice-flute = flauta
choice-harp = arpa
choice-tambourine = pandereta
choice-trumpet = trompeta
choice-arpeggiator = arpegiador
choice-accordion = acordeón
choice-fiddle = violín popular
choice-pedal_steel_guitar = guitarra pedal steel
choice-synth_voice = voz sintetizada
choice-violin = violín
choice-digital_piano = piano digital
choice-synth_brass = metales de sintetizador
choice-mandolin = mandolina
choice-choir = coro
choice-banjo = banjo
choice-bells = campanas
choice-clarinet = clarinete
choice-tenor_saxophone = saxofón tenor
choice-trombone = trombón
choice-shaker = shaker
choice-french_horn = trompa
choice-glockenspiel = glockenspiel
choice-electric_bass = bajo eléctrico
choice-cello = violonchelo
choice-timpani = timbales
choice-harmonica = armónica
choice-marimba = marimba
choice-vibraphone = vibráfono
choice-lap_steel_guitar = guitarra lap steel
choice-saxophone = saxofón
choice-orchestra = orquesta
choice-horns = vientos
choice-cymbals = platillos
choice-hand_clap = palmas
choice-oboe = oboe
choice-celesta = celesta
choice-congas = congas
choice-drone = bordón
choice-alto_saxophone = saxofón alto
choice-double_bass = contrabajo
choice-ukulele = ukelele
choice-harpsichord = clavecín
choice-baritone_saxophone = saxofón barítono
choice-xylophone = xilófono
choice-tuba = tuba
choice-bass_guitar = bajo de guitarra
choice-whistle = silbido
choice-lead_guitar = guitarra solista
choice-rhodes = piano Rhodes
choice-bongos = bongós
choice-bassoon = fagot
choice-cowbell = cencerro
choice-viola = viola
choice-sitar = sitar
choice-steel_drums = tambores de acero
choice-piccolo = flautín
choice-theremin = theremín
choice-bagpipes = gaita
choice-hi_hat = charles
choice-music_box = caja de música
choice-melodica = melódica
choice-tabla = tabla
choice-koto = koto
choice-djembe = yembé
choice-taiko = taiko
choice-didgeridoo = didyeridú

miniapp-not-built = El estudio no está disponible en este momento. Mientras tanto, todo funciona en el chat.

## Mini App (everything that begins with web- is compiled into the page)

web-actions = Qué hacer con esto
web-add = Añadir
web-add-audio = Añadir un sonido
web-add-file = Añadir un archivo
web-add-image = Añadir una imagen
web-add-video = Añadir un vídeo
web-after = Después
web-again = Otra vez
web-any = cualquiera
web-at-most = Es lo máximo que puede costar. Lo que no haga falta vuelve a ti.
web-balance-of = Saldo: { $count } créditos
web-before = Antes
web-camera = Cámara
web-cancel = Cancelar
web-choose = Elegir
web-close = Cerrar
web-compare = Comparar antes y después
web-copied = Copiado
web-copy = Copiar
web-credits-back =
    { $count ->
        [one] Tu { $count } crédito ha vuelto.
       *[other] Tus { $count } créditos han vuelto.
    }
web-frame = Tu imagen es { $picture } y el resultado será { $frame }. Lo que queda fuera del marco puede cortarse: recórtala tú para elegir.
web-free-back = No cuenta como uno de tus gratuitos de hoy.
web-crop = Recortar
web-done = { $model }: listo
web-download = Descargar
web-draw-mask = Pintar la máscara
web-elapsed = { $time } hasta ahora
web-entry-pending = reservado
web-entry-voided = devuelto
web-favourite = Favorito: { $model }
web-favourites = Favoritos
web-file-gone = El archivo ya no se guarda.
web-file-too-large = El archivo pasa de { $limit } MB.
web-fill-in = Rellenar: { $field }
web-found = Modelos encontrados: { $count }
web-from-results = De los resultados
web-generate = Crear · { $price } 💎
web-generate-free = Crear · gratis hoy (quedan { $left } de { $perDay })
web-generate-unpriced = Crear
web-go-on = Seguir con esto
web-goes-on = Seguirá solo en { $seconds } s.
web-held = Reservado para lo que está en marcha: { $count }
web-hello = ¿Qué hacemos, { $name }?
web-hide = Quitar
web-hide-text = Sale de la galería y del historial del chat. Lo que ya llegó al chat se queda allí.
web-hide-title = ¿Quitar este resultado?
web-invite =
    { $count ->
        [one] Invita a un amigo: los dos recibís { $count } crédito tras su primer resultado.
       *[other] Invita a un amigo: los dos recibís { $count } créditos tras su primer resultado.
    }
web-kind = Tipo de resultado
web-kind-all = Todo
web-kind-audio = Sonido
web-kind-image = Imágenes
web-kind-video = Vídeo
web-language = Idioma
web-loading = Cargando
web-make-first = Crear algo
web-mask-black = Negro
web-mask-brush = Pincel
web-mask-clear = Vaciar
web-mask-colour = Color de lo que pinto
web-mask-how = Pinta sobre lo que debe cambiar.
web-mask-needs-picture = Añade primero la imagen ({ $field }) y luego pinta sobre ella.
web-mask-rubber = Goma
web-mask-size = Tamaño
web-mask-tool = Herramienta
web-mask-unsure = Lo que pintas será de este color y el resto, del otro. El fabricante no dice con claridad cuál toma: si sale la parte equivocada, cámbialo.
web-mask-white = Blanco
web-may-leave = Puedes cerrar esto. El resultado llega también al chat.
web-minutes = { $minutes } min { $seconds } s
web-missing = Cuesta { $price } 💎, tienes { $available } 💎: faltan { $missing } 💎. En cuanto estén, empieza solo.
web-models =
    { $count ->
        [one] { $count } modelo
       *[other] { $count } modelos
    }
web-monthly = { $count } 💎 cada mes por ⭐ { $stars }
web-more =
    { $count ->
        [one] { $count } ajuste más
       *[other] { $count } ajustes más
    }
web-move-down = Bajar la entrada { $number }
web-move-up = Subir la entrada { $number }
web-new = Nuevos
web-new-mark = nuevo
web-no-entries = Aún no hay movimientos.
web-no-model = Este modelo no está
web-no-result = Este resultado no está
web-no-results = Todavía nada
web-no-results-kind = Todavía nada de este tipo.
web-no-results-text = Todo lo que creas aparece aquí y en el chat.
web-no-results-words = Todavía no has creado nada con «{ $text }».
web-not-audio = Esto no es un sonido.
web-not-done = { $model }: no salió bien
web-not-image = Esto no es una imagen.
web-not-saved = No se pudo guardar. Prueba otra vez.
web-not-video = Esto no es un vídeo.
web-nothing-found = No se encontró nada
web-nothing-found-text = Ningún modelo se llama «{ $text }». Prueba con una marca o con lo que quieres hacer.
web-notifications = Notificaciones
web-notify-chat = Mensajes sobre lo que hago aquí
web-notify-off = Los resultados llegan al chat sin sonido; el progreso solo se ve aquí
web-notify-on = El chat muestra el progreso y el resultado llega con sonido
web-offline-again = Sin conexión. No se pierde nada; seguirá solo.
web-offline-text = Revisa la conexión y prueba otra vez.
web-offline-title = Sin conexión
web-order = Orden
web-order-best = Mejores
web-order-cheap = Más baratos
web-order-fast = Más rápidos
web-payment-coming = ¡Gracias! Los créditos están en camino.
web-payment-failed = El pago no se completó.
web-phase-cancelled = Cancelado
web-phase-delivered = Listo
web-phase-delivering = Listo, en camino
web-phase-failed = No salió bien
web-phase-late = Tarda más de lo normal
web-phase-paused = En pausa por nuestra parte; empieza por sí solo
web-phase-place = Número { $place } en la cola
web-phase-queued = En la cola
web-phase-running = En marcha
web-phase-uncertain = Esperando respuesta
web-preset-drop = Borrar { $name }
web-preset-name = Nombre de la plantilla
web-preset-rename = Cambiar el nombre de { $name }
web-preset-save = Guardar
web-preset-share = Compartir { $name }
web-presets = Plantillas
web-presets-how = Todavía nada. El marcador de un formulario lo guarda con un nombre, aquí y en el chat.
web-presets-none = Todavía nada. Ponle nombre a este formulario para guardarlo; también estará en el chat.
web-price = { $count } 💎
web-free = gratis
web-price-from = desde { $count } 💎
web-price-incomplete = en cuanto esté todo
web-price-needs-measure = este archivo no se puede medir
web-price-not-for-sale = así no está a la venta
web-recommended = Recomendados
web-reference-choose = Elegir de tus resultados
web-reference-id = O un id de otro lugar
web-reference-none = Todavía no has creado nada que encaje aquí.
web-reference-other = Elegir otro
web-refused-text = Abre esta página desde el bot: con el botón junto al campo de mensajes.
web-refused-title = Ábrela desde Telegram
web-remove-entry = Quitar la entrada { $number }
web-remove-file = Quitar { $name }
web-result = Resultado
web-results-search = Buscar por palabras de la petición
web-search = Buscar en { $count } modelos
web-search-label = Buscar
web-seconds = { $count } s
web-send = Al chat
web-sent = Está en el chat.
web-shape = Forma
web-share = Compartir
web-show-more = Ver más
web-slow = La conexión es lenta
web-stars = ⭐ { $count }
web-start-over = Empezar de nuevo
web-statement = Movimientos
web-subscribe = Suscribirse
web-subscription = Suscripción
web-subscription-active = Próximo pago: { $date }
web-subscription-canceled = Termina: { $date }
web-subscription-failed = No se pudo pagar, termina: { $date }
web-subscription-resume = Reanudar
web-subscription-stop = Cancelar
web-sum-at-most = Precio, como máximo
web-sum-balance = Saldo
web-sum-left = Quedará
web-sum-price = Precio
web-support = Preguntas: { $contact }
web-tab-account = Cuenta
web-tab-create = Crear
web-tab-results = Resultados
web-tabs = Páginas principales
web-top-up = Recargar
web-top-up-to-generate = Recargar y crear · { $price } 💎
web-try-again = Probar otra vez
web-under-way = En marcha
web-uploading = Subiendo
web-use = Usar
web-usually = suele tardar unos { $time }
web-vendor = Marca
web-vendor-all = Todas las marcas
web-which-file = Qué archivo
web-whole-screen = Pantalla completa
web-wishes = ¿Qué quieres crear?
web-zoom = Ampliar

## La mesa del operador (todo lo que empieza por desk- va dentro de su página)

desk-active = vistos hoy
desk-activity = Actividad
desk-all = todo
desk-attach = Asignar una tarea
desk-audience = A quién
desk-balance = Créditos kie restantes
desk-block = Bloquear
desk-blocked = bloqueadas
desk-broadcast = Envío { $id }
desk-broadcast-cancelled = cancelado
desk-broadcast-done = terminado
desk-broadcast-draft = sin empezar
desk-broadcast-paused = en pausa
desk-broadcast-running = en curso
desk-broadcast-text = Como la gente lo leerá; para negritas y enlaces, escríbelo al bot en /admin
desk-burn-day = Gasto diario (7 días)
desk-burn-hour = Gastado en la última hora
desk-cancel = Cancelar
desk-cancel-broadcast = Cancelar del todo
desk-catalogue = Catálogo de kie.ai
desk-catalogue-back = kie.ai los ofrece de nuevo, en el registro no están activos
desk-catalogue-changed = Campos y precios que difieren
desk-catalogue-ended = Comparado { $at }. Modelos: { $compared }. Diferencias nuevas: { $news }.
desk-catalogue-failed = El último intento falló: { $words }
desk-catalogue-gone = Ya no están en kie.ai
desk-catalogue-known = también las conocidas: { $count }
desk-catalogue-list = Pidiendo la lista…
desk-catalogue-new = Nuevos en kie.ai
desk-catalogue-none = Aún no se ha comparado. Tarda unos tres minutos: una petición por segundo.
desk-catalogue-read = Leídos { $read } de { $total } modelos
desk-catalogue-unread = Sin esquema, campos no comparados
desk-chart-funnel = De /start al primer pago
desk-chart-generations = Generaciones por día
desk-chart-money = Ingresos en créditos, coste en créditos kie
desk-chart-people = Personas nuevas y que vuelven
desk-chart-stars = Stars pagadas por día
desk-close = Cerrar
desk-col-act = Acto
desk-col-active = Activas
desk-col-acts = Actos
desk-col-after = Después de
desk-col-age = Edad
desk-col-at = Cuándo
desk-col-available = Saldo
desk-col-before = Antes
desk-col-blocked = Bloqueo
desk-col-cause = Causa
desk-col-charge = Cargo
desk-col-code = Código
desk-col-count = Cuenta
desk-col-credits = Créditos
desk-col-delayed = Aplazadas
desk-col-delivered = Entregadas
desk-col-details = Detalles
desk-col-doing = Hace
desk-col-ended = Final
desk-col-failed = Fallidas
desk-col-files = Archivos
desk-col-from = De
desk-col-generation = Generación
desk-col-given = Regalado
desk-col-gone = Se fueron
desk-col-held = Retenido
desk-col-id = Id de la persona
desk-col-income = Ingresos
desk-col-job = Tarea
desk-col-kie = Créditos kie
desk-col-kie-calls = kie.ai
desk-col-known = Conocida
desk-col-last = Última
desk-col-locale = Idioma
desk-col-margin = Margen
desk-col-markup = Créditos por crédito kie
desk-col-median = Mediana
desk-col-memo = Nota
desk-col-message = Mensaje
desk-col-met = Llegada
desk-col-model = Modelo
desk-col-oldest = La más antigua
desk-col-operator = Operador
desk-col-ordered = Encargo
desk-col-ours = El registro
desk-col-paid = Pagado
desk-col-person = Persona
desk-col-price = Desde
desk-col-process = Proceso
desk-col-provider = Proveedor
desk-col-ready = Listas
desk-col-reason = Motivo
desk-col-released = Se libera
desk-col-role = Papel
desk-col-runs = Veces
desk-col-seen = Última visita
desk-col-sent = Enviada
desk-col-since = Desde
desk-col-slower = Relación
desk-col-stars = Stars
desk-col-state = Estado
desk-col-subject = Objeto
desk-col-tasks = Tareas de avisos
desk-col-telegram = Telegram
desk-col-theirs = kie.ai
desk-col-to = A
desk-col-today = Mediana hoy
desk-col-total = Destinatarios
desk-col-type = Tipo
desk-col-unsure = Inciertos
desk-col-until = Hasta
desk-col-uses = Usos
desk-col-what = Qué
desk-col-words = Palabras de kie.ai
desk-col-words-sent = Mensaje
desk-compare = Comparar
desk-credit = Abonar
desk-cut = El servidor no responde o la sesión terminó. Lo que se ve puede ser antiguo.
desk-days-left = dura { $days } días
desk-door = Envía /desk al bot: responde con un enlace que abre la mesa una vez.
desk-failures = Fallos de 24 horas
desk-find-model = Modelo, proveedor o tipo
desk-find-person = Id, @nombre o nombre
desk-force = aunque se gastaron créditos
desk-grant = Dar créditos
desk-income = ingresos
desk-input = Entrada
desk-invited = Invitados
desk-jobs = Tareas de fondo
desk-kind-free = generación gratis
desk-kind-operator = de un operador
desk-kind-operator-withdrawal = retirado por un operador
desk-kind-promo = código promocional
desk-kind-referral = por una invitación
desk-kind-refund = reembolso
desk-kind-refund-undone = reembolso anulado
desk-kind-spend = generación
desk-kind-stars = comprado con Stars
desk-kind-start = regalo de bienvenida
desk-last-day = Último día
desk-last-days = { $days } días
desk-leave = Salir
desk-ledger = Libro de cuentas
desk-margin = Margen por modelo
desk-margin-note = Margen vigente: { $markup } créditos por crédito kie.
desk-markup = Margen: { $markup }
desk-markup-field = Créditos por crédito kie; vacío: el de la configuración
desk-max-uses = Usos en total
desk-messages = Mensajes
desk-new = nuevas
desk-new-broadcast = Envío nuevo
desk-new-promo = Código nuevo
desk-newer = Más recientes
desk-no-answer = sin respuesta
desk-nothing = No hay nada.
desk-older = Más antiguas
desk-oldest = la más antigua { $time }
desk-pages = Páginas
desk-part-kept = guardado: el chat está cerrado
desk-part-pending = por enviar
desk-part-sending = enviándose
desk-part-sent = enviado
desk-part-uncertain = no se sabe si llegó
desk-pause = Pausar
desk-payment-credited = abonado
desk-payment-refunded = devuelto
desk-payment-refunding = devolviéndose
desk-payment-unmatched = sin oferta
desk-phase-pending = retenido
desk-phase-posted = contabilizado
desk-phase-voided = liberado
desk-preview = Enviármelo
desk-preview-failed = No se pudo enviarte. ¿Está abierto tu chat con el bot?
desk-preview-sent = Está en tu chat con el bot.
desk-queue = En cola
desk-quoted = presupuestado { $credits }
desk-reach = Llegaría ahora a
desk-reason = Motivo
desk-reason-told = decir el motivo a la persona
desk-refund = Devolver
desk-release = Liberar
desk-replicas = Procesos
desk-resume = Seguir
desk-retry = Intentar otra vez
desk-retry-mind = Si kie.ai ya la vendió, allí se paga dos veces.
desk-returning = vuelven
desk-room-audit = Registro de actos
desk-room-broadcasts = Envíos
desk-room-charts = Gráficos
desk-room-generations = Generaciones
desk-room-live = Ahora
desk-room-models = Registro
desk-room-payments = Pagos
desk-room-people = Personas
desk-room-promo = Códigos promocionales
desk-room-uncertain = Inciertas
desk-running = En marcha ahora
desk-save-draft = Guardar borrador
desk-seconds = { $count } s
desk-seen-within = vistos en { $days } días
desk-share = { $count } · { $share }
desk-speeds = Duraciones de hoy
desk-spending = coste
desk-start = Empezar
desk-start-mind = { $count ->
    [one] Lo recibe una persona.
   *[other] Lo reciben { $count } personas.
}
desk-started = Empezado
desk-state-cancelled = cancelada
desk-state-delivered = entregada
desk-state-failed = fallida
desk-state-queued = en cola
desk-state-running = en marcha
desk-state-submitting = enviándose
desk-state-succeeded = entregándose
desk-state-uncertain = incierta
desk-statement = Extracto
desk-states = Estados
desk-step-met = conocieron el bot
desk-step-ordered = encargaron
desk-step-paid = han pagado
desk-step-received = tienen un resultado
desk-switch-off = Apagar
desk-switch-on = Encender
desk-take = Quitar créditos
desk-task = Tarea en kie.ai
desk-title = Mesa del operador
desk-today = Hoy, { $day }
desk-unblock = Desbloquear
desk-uncertain = Inciertas
desk-uncertain-note = Mira kie.ai/logs en ese minuto. Hay una tarea: asígnala. No hay ninguna: libera o intenta otra vez.
desk-under-way = En curso
desk-which = Cuáles
desk-written = Escrito
