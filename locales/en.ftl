### Kiegram speaks English. Keys are the same in every language; a test compares the files.
### `credits` are what people own and pay with, shown with 💎.

language-name = 🇬🇧 English
language-choose = Which language shall we speak?
language-chosen = We speak English now.

## Commands and the bot's profile

command-start = Main menu
command-models = All models
command-balance = My credits
command-buy = Buy credits
command-history = My results
command-promo = Redeem a promo code
command-help = How it works
command-language = Choose the language
command-cancel = Stop the current form
command-paysupport = Help with payments
command-terms = Terms of use
command-privacy = Privacy
bot-description =
    Pictures, video, music and speech by the best AI models, right in this chat.

    Write what you want to see, or send a photo. The price is shown before you confirm, and you pay only for what arrives.
bot-short-description = Pictures, video, music and speech by the best AI models.

## Common buttons and words

button-home = 🏠 Menu
button-back = ‹ Back
button-next-page = Next ›
button-previous-page = ‹ Previous
button-page = { $page } / { $pages }
button-cancel = ✖️ Cancel
button-cancel-generation = ✖️ Cancel
button-balance = 💎 Balance
button-history = 🕘 History
button-help = ❓ Help
button-language = 🌐 Language
menu-button = Studio
button-mini-app = ✨ Open the studio
button-models = 🗂 All models
button-retry = 🔁 Try again
button-again = 🔁 Again
button-new-prompt = ✏️ New prompt
button-original = 📄 Original
button-other-model = 🔀 Other model
button-pack = ⭐ { $stars } → { $credits } 💎
button-subscribe = 🔁 ⭐ { $stars } → { $credits } 💎 every month
button-subscribe-pay = ⭐ Pay { $stars } a month
button-subscription-stop = ✖️ End the subscription
button-subscription-resume = 🔁 Go on with the subscription
credits =
    { $count ->
        [one] { $count } credit
       *[other] { $count } credits
    }
price = { $price } 💎
price-free = free
minutes = { $minutes } min { $seconds } s
seconds-short = { $count } s
yes = on
no = off
menu-outdated = This menu is outdated. Here is a fresh one.
button-outdated = This button is outdated.
unknown-command = I do not know this command. Here is the menu.
nothing-to-cancel = There is nothing to cancel.
form-cancelled = Cancelled. Nothing was charged.
cannot-read-this = I cannot use this kind of message. Send me a text, a photo, a video or a sound.

## Groups

command-imagine = Make a picture of these words
button-in-private = 💬 In private
group-how =
    🎨 <code>/imagine a fox in the snow</code> makes a picture, and so does <code>@{ $bot } a fox in the snow</code>. Answer a photo the same way to change it.

    Whoever asks pays from their own balance.
group-start-first = You order from your own balance. Please meet me in private once, then it works here as well.
group-not-yours = This button is for whoever ordered. Write /imagine to make your own.
group-needs-more = This needs a few more settings, which are made in private.
group-too-dear = It costs { $price } 💎, you have { $balance } 💎. More credits are in private.

## Start

start-hello = <b>Hello, { $name }!</b>
start-welcome-credits = 🎁 You have { $credits } to begin with.
start-what = Write what you want to see, or send a photo. Or choose below.
start-balance = Balance: <b>{ $count } 💎</b>
start-examples = Try one of these with a single tap:
example-1 = 🦊 A fox reading a book in a snowy forest
example-1-prompt = A fox in a knitted scarf reading a book in a snowy forest, warm lantern light, storybook illustration
example-2 = 🌆 A neon city in the rain
example-2-prompt = A neon city street at night in the rain, reflections on wet asphalt, cinematic photograph
example-3 = 🍰 A cake shaped like a planet
example-3-prompt = A cake shaped like the planet Saturn with sugar rings on a white plate, studio food photography

## What people want to do: the types of models

wish-text_to_image = 🎨 Picture
wish-image_edit = ✏️ Edit a photo
wish-text_to_video = 🎬 Video
wish-image_to_video = 🎞 Animate
wish-text_to_audio = 🎵 Sound
wish-upscale = 🔎 Enlarge
wish-lip_sync = 👄 Talking face
wish-image_to_image = 🖼 Restyle
type-text_to_image = 🎨 Make a picture
type-image_to_image = 🖼 Restyle a picture
type-image_edit = ✏️ Edit a picture
type-image_to_image_enhanced = 💠 From references
type-text_to_video = 🎬 Make a video
type-image_to_video = 🎞 Animate a picture
type-video_to_video = 📹 Remake a video
type-text_to_audio = 🎵 Speech and music
type-audio_to_text = 🎼 Notes from a track
type-speech_to_text = 🗒 Speech to text
type-upscale = 🔎 Enlarge
type-inpaint = 🩹 Repaint a part
type-outpaint = ↔️ Extend a picture
type-lip_sync = 👄 Talking face
type-audio_to_audio = 🎚 Rework a sound
type-text_to_text = 📝 Work on a text
type-utility = 🧰 Tools
type-count = { $name } · { $count }
type-empty = Nothing in this group works at the moment.
models-choose-type = <b>All models</b>
    What do you want to do?
models-of-type = <b>{ $type }</b>
    Choose a model. The price is what one result costs at least.
model-row = { $name } · from { $price } 💎
model-row-same = { $name } · { $price } 💎
model-row-unavailable = 🚫 { $name }
model-unavailable-now = { $name } is not available at the moment. Please choose another one.
models-found = Found for “{ $query }”:
models-not-found = No model is called “{ $query }”. Here are all of them.

command-presets = My presets
shelf-favourites = ⭐ Favourites
shelf-recent = 🕘 Recent
shelf-quick = ⚡️ Quick
shelf-title = <b>{ $name }</b>
shelf-empty-favourites = Nothing here yet. Open a model and press ☆ under “More settings”.
shelf-empty-recent = Nothing here yet. What you use appears here.
shelf-empty-quick = Nobody has used a model here yet, so I know no times.
model-row-new = 🆕 { $row }
model-row-timed = { $row } · ~{ $time }
ask-model-search = 🔎 Send me a part of the name: wan, kling, suno, upscale …
favourite-add = ☆ Favourite
favourite-remove = ★ Favourite
favourite-added = In your favourites now.
favourite-removed = No longer in your favourites.
button-save-preset = 💾 Save as preset
button-presets = 💾 Presets
presets-title =
    <b>Your presets</b>
    One tap opens the form as you saved it.
presets-empty =
    <b>Your presets</b>

    Nothing here yet. Open a model, set it up, and press 💾 under “More settings”.
ask-preset-name = 💾 Send me a name for this preset.
preset-saved = 💾 Saved as “{ $name }”. Others can begin with it, without your files: { $link }
preset-dropped = The preset is deleted.

## The form

form-more = ⚙️ More settings
form-less = ⚙️ Fewer settings
form-generate = ✅ Generate · { $price } 💎
form-generate-free = ✅ Generate · free today ({ $left } of { $perDay } left)
form-generate-unpriced = ✅ Generate
form-fill-next = ✍️ Fill in: { $field }
form-button = { $field }: { $value }
form-button-empty = { $field }
form-switch-on = { $field } ✅
form-switch-off = { $field } ⬜️
form-choice-chosen = ✓ { $value }
form-clear = 🗑 Clear
form-now = Now: <b>{ $value }</b>
form-cannot-read = ⚠️ This does not fit “{ $field }”.
form-files-count =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
form-entries-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
form-line = { $field }: <b>{ $value }</b>
form-line-text = { $field }:
form-line-empty = { $field }: —
form-problem = ⚠️ { $problem }
form-required-left = Still needed: { $fields }
form-price = Price: <b>{ $price } 💎</b> · you have { $balance } 💎
form-price-free = Price: <b>free</b>, { $left } of { $perDay } left today · you have { $balance } 💎
form-price-short = Price: <b>{ $price } 💎</b> · you have { $balance } 💎, <b>{ $missing } 💎 short</b>
form-price-at-most = This is the most it can cost. What is not needed comes back to you.
form-price-unknown = The price is shown as soon as everything needed is filled in.
form-price-needs-measure = The price depends on the length of your file and is shown once it is known.
form-not-for-sale = This combination is not for sale. Please change the settings.
form-ready = Press the button to start, or change anything first.
form-already-running = It is already running.
form-changed-meanwhile = Your credits are there. The form has changed since you confirmed it, so please look at it and confirm again.
wanted-image = a picture
wanted-video = a video
wanted-audio = a sound
wanted-file = a file
ask-text = ✍️ Send “{ $field }” as a message.
ask-number = 🔢 Send “{ $field }” as a number.
ask-number-range = 🔢 Send “{ $field }” as a number from { $min } to { $max }.
ask-image = 🖼 Send a picture for “{ $field }”.
ask-video = 📹 Send a video for “{ $field }”.
ask-audio = 🎵 Send a sound or a voice message for “{ $field }”.
ask-file = 📎 Send a file for “{ $field }”.
ask-files-up-to =
    { $max ->
        [one] Only { $max } file fits.
       *[other] Up to { $max } files fit, one after another or as an album.
    }
ask-choice = Choose “{ $field }”:
ask-list = ✍️ Send “{ $field }” as a message, one entry per line.
ask-object = ✍️ Send “{ $field }” as a message: <code>{ $pattern }</code>
ask-objects = ✍️ Send “{ $field }” as a message, one entry per line: <code>{ $pattern }</code>
files-what-to-do-image =
    { $count ->
        [one] 🖼 Nice picture. What shall I do with it?
       *[other] 🖼 { $count } pictures. What shall I do with them?
    }
files-what-to-do-video =
    { $count ->
        [one] 📹 Got the video. What shall I do with it?
       *[other] 📹 { $count } videos. What shall I do with them?
    }
files-what-to-do-audio =
    { $count ->
        [one] 🎵 Got the sound. What shall I do with it?
       *[other] 🎵 { $count } sounds. What shall I do with them?
    }
files-what-to-do-file =
    { $count ->
        [one] 📎 Got the file. What shall I do with it?
       *[other] 📎 { $count } files. What shall I do with them?
    }
file-no-action = No model on offer can use this kind of file.

button-add-entry = ➕ Add
button-drop-entry = 🗑 Remove
button-drop-file = 🗑 File { $number }
entry-how = Press what you want to change.

## Waiting

status-queued = ⏳ <b>{ $model }</b>: in the queue
status-queued-place = ⏳ <b>{ $model }</b>: number { $place } in the queue
status-paused = ⏸ <b>{ $model }</b>: new orders are paused on our side for the moment. Yours keeps its place and starts by itself; you can cancel it, and nothing is charged until it arrives.
status-running = 🎛 <b>{ $model }</b>: working
status-late = 🐢 <b>{ $model }</b>: takes longer than usual. I keep waiting and will deliver it when it is ready.
status-delivering = 📦 <b>{ $model }</b>: ready, sending it to you
status-delivered = ✅ <b>{ $model }</b>: done in { $time }
status-uncertain = 🔍 <b>{ $model }</b>: the service did not confirm the order. I am finding out; you will not pay for nothing.
status-failed = ❌ <b>{ $model }</b>: { $reason }
status-cancelled = ✖️ <b>{ $model }</b>: cancelled
status-elapsed = { $time } so far
status-starts-in = starts in about { $time }
status-estimate = usually about { $time }
status-credits-back = Your { $credits } are back.
status-free-back = It does not count as one of your free ones today.
status-cancel-done = Cancelled, your credits are back.

## Results

caption-facts = <b>{ $model }</b> · { $time } · { $price }
caption-link = { $name } is too large for the chat: <a href="{ $url }">open it here</a>. It is kept for 14 days.
result-actions = What next?
action-image_edit = ✏️ Edit
action-image_to_video = 🎞 Animate
action-upscale = 🔎 Enlarge
action-video_to_video = 📹 Remake
original-gone = The original is no longer kept by the service. What is in the chat stays.
original-loading = Fetching the original…
result-text-file = The text is long, so here it is as a file.

button-vary = 🎲 Another · { $price } 💎
button-uses = ➕ Use for…
button-copy-prompt = 📋 Copy prompt
button-share = ↗️ Share
button-search = 🔎 Search
button-hide = 🗑 Delete from history
vary-started = Another one is on its way.
uses-of-result = <b>What shall I make of it?</b>
history-found = <b>Your results</b> with “{ $words }”
history-none = Nothing of that kind here.
history-hidden = Deleted from your history.
history-kind-all = 🗂
history-kind-image = 🖼
history-kind-video = 🎬
history-kind-audio = 🎵
history-kind-text = 📝
ask-result-search = 🔎 Send me a word from the prompt, and I look for it in your results.
action-audio_to_audio = 🎚 Rework

## Balance

balance-title = <b>Balance: { $count } 💎</b>
balance-held = Reserved for what is running: { $count } 💎
balance-last = Last entries:
balance-empty = No entries yet.
balance-line-posted = { $date } · { $what } · <b>{ $amount } 💎</b>
balance-line-pending = { $date } · { $what } · <i>{ $amount } 💎 reserved</i>
balance-line-voided = { $date } · { $what } · <s>{ $amount } 💎</s> returned
balance-line-free = { $date } · { $what } · <b>free</b>
balance-line-free-back = { $date } · { $what } · <s>free</s> not counted
balance-support = To get more credits, write to { $contact }.

entry-start = Welcome gift
entry-stars = Bought with Stars
entry-pack = Pack for ⭐ { $stars }
entry-subscription = Subscription, ⭐ { $stars }
entry-free = { $model } (free)
entry-operator = Gift
entry-promo = Promo code { $code }
entry-referral = For an invited friend
entry-refund = Stars given back
entry-refund-undone = Refund undone
entry-operator-withdrawal = Correction
payment-credited = ⭐️ Thank you! { $credits } added.
payment-subscribed = ⭐️ Thank you! { $credits } added. The same comes on { $date } and every 30 days; end it whenever you like under /balance.
payment-renewed = 🔁 Your subscription goes on: { $credits } added. Next time on { $date }.
payment-unmatched = ⭐️ Your payment has arrived, but it does not fit any offer. The operator will look at it; nothing is lost.
credits-granted = 💎 You were given { $credits }. Now you have { $left }.
credits-taken = 💎 { $credits } were taken from your balance. Now you have { $left }.
credits-for-payment = 💎 Your payment of ⭐ { $stars } is credited: you were given { $credits }. Now you have { $left }.
credits-note = 💬 { $note }
payment-refunded = ↩️ ⭐ { $stars } went back to you, and { $withdrawn } 💎 went back to us.
payment-twice = ↩️ You had paid for the subscription twice at the same moment. ⭐ { $stars } went back to you, and only one subscription goes on.
balance-invite = 🤝 Invite a friend: { $link }
    You both get { $credits } 💎 when the first result of your friend arrives.
referral-rewarded = 🤝 Your friend has got the first result, so { $credits } were added for each of you. Thank you for the invitation!

## Buying credits

packs-choose = ⭐ Choose a pack to get more credits:
packs-none = Credits cannot be bought here at the moment.
packs-short = <b>Not enough credits.</b> It costs { $price } 💎, you have { $balance } 💎, so { $missing } 💎 are missing.
packs-short-choose = Choose a pack that covers it. Once it is paid, your order starts by itself.
packs-short-largest = No single pack covers it; this is the largest. Once it is paid, the form comes back to you.
invoice-about = Credits for pictures, video, music and speech. They do not expire.
invoice-monthly = { $credits } credits every month
invoice-monthly-about = Credits for pictures, video, music and speech, every 30 days. They do not expire. End it at any time under /balance.
subscription-about = 🔁 <b>{ $credits } 💎 every month for ⭐ { $stars }</b>
    Telegram takes the Stars now and every 30 days, and each time the credits come. You can end it at any time under /balance; what is paid stays.
subscription-active = 🔁 Subscription: { $credits } 💎 a month for ⭐ { $stars }, next on { $date }
subscription-canceled = 🔁 Subscription: { $credits } 💎 a month for ⭐ { $stars }, ends on { $date }
subscription-failed = ⚠️ Subscription: { $credits } 💎 a month for ⭐ { $stars } could not be paid, ends on { $date }
subscription-stopped = The subscription ends with the paid month.
subscription-resumed = The subscription goes on.
invoice-about-waiting = Once it is paid, your order starts by itself: { $model }.
promo-how = Send your promo code like this: <code>/promo CODE</code>
promo-redeemed = 🎁 { $credits } added.
promo-line = 🎁 <code>{ $code }</code> · { $credits } 💎 · used { $uses } of { $most }
refund-how = Send the charge id of the payment: <code>/refund CHARGE</code>
refund-done = ↩️ Done: ⭐ { $stars } given back, { $withdrawn } of { $credits } 💎 taken.
refund-refused = Telegram refused to give ⭐ { $stars } back. The person has the { $withdrawn } of { $credits } 💎 again.
refund-pending = Telegram has not answered yet. { $withdrawn } of { $credits } 💎 are taken; I keep asking until ⭐ { $stars } are given back.

## Legal

contact-unnamed = the operator of this bot
paysupport-text = <b>Help with payments</b>

    Credits are added as soon as Telegram reports your payment, within ten minutes at the latest. What fails is not charged: its credits return by themselves.

    Something is wrong, or you want your Stars back? Write to { $contact } and add the receipt that Telegram shows for the payment. Stars of unspent credits are given back. Telegram's own support cannot help with purchases made in this bot.
terms-text = <b>Terms of use</b>

    1. You buy credits with Telegram Stars and spend them on results. The price is shown before each order; you pay only for results that arrive.
    2. Credits belong to your account. They do not expire, cannot be passed on, and cannot be exchanged for money; Stars of unspent credits are given back on request.
    3. Results are made by AI models of other companies. They may be wrong or resemble existing works; you answer for how you use them.
    4. Send only what you have the right to use. Nothing illegal, no sexual content with minors, no forged pictures of real people against their will. Whoever does so loses access.
    5. Questions and refunds: { $contact }, or /paysupport.
privacy-text = <b>Privacy</b>

    <b>Kept:</b> your Telegram id, name, username and language; what you ordered, with its texts, settings and results; references to the files you sent; your payments and credits.
    <b>Passed on:</b> texts, settings and files of an order go to kie.ai, which has the result made and deletes it after some days. Payments are handled by Telegram. Nothing is sold or used for advertising.
    <b>Your rights:</b> write to { $contact } to learn what is kept about you or to have it deleted. Amounts of payments stay, without your name, because the books must add up.

## History

history-title = <b>Your results</b>
history-empty = Nothing here yet. Write what you want to see, and it will appear here.
history-row = { $icon } { $what } · { $date }
history-item = <b>{ $model }</b> · { $date } · { $price }
history-no-files = The files of this result are no longer available.
history-state-queued = in the queue
history-state-submitting = starting
history-state-uncertain = being checked
history-state-running = working
history-state-succeeded = being sent
history-state-delivered = delivered
history-state-failed = failed
history-state-cancelled = cancelled

command-forget = Delete what is kept about me
too-fast = 🐇 Too fast for me. Give me a few seconds, then go on.
start-rules = <i>Nothing illegal, no sexual content with minors, no forged pictures of real people against their will. More: /terms</i>
button-forget = 🗑 Delete everything
forget-ask =
    <b>Delete what is kept about you?</b>

    Your name, settings, prompts, files, presets, results and history go for good. What is in this chat stays until you delete the chat.

    Your credits and the amounts of your payments stay, because the books must add up.
forget-done = Done. Nothing of it is left. Write to me whenever you like, and we begin anew.
inline-create = ✨ Create in the bot
inline-open-model = 🎨 Try it
inline-like-this = ✨ Make one like this
error-generations-under-way = Something of yours is still being made. Try again when it is done.

## Help

help-text =
    <b>How it works</b>

    1. Write what you want to see, send a photo, or choose in the menu.
    2. Change the settings, or leave them as they are. The price stands on the green button.
    3. Press it. The result comes into this chat.

    You pay only for results that arrive. When something fails, the credits come back by themselves.

    /models all models · /balance your credits · /history your results
    /language language · /cancel stop the current form
help-support = Questions: { $contact }

## Why a generation failed

failure-content-refused = the service refused this request because of its content rules. Change the prompt or the picture and try again.
failure-input-refused = the service did not accept these settings. Change them and try again.
failure-task-failed = the model could not make it. Try again, or change the prompt.
failure-timed-out = the model did not finish in time. Try again a little later.
failure-provider-busy = the service is overloaded. Try again in a few minutes.
failure-provider-down = the service does not answer. Try again in a few minutes.
failure-provider-paused = generation is paused at the moment. The operator has been told; try again later.
failure-model-unavailable = this model is not available at the moment. Please choose another one.
failure-attachment-gone = the file you sent can no longer be fetched. Send it again.
failure-result-gone = the result was made, but the service no longer keeps it. Try again.
failure-never-confirmed = the service never confirmed the order.

## Errors a person can meet

error-unexpected = Something went wrong on our side. Nothing was charged for it; please try again.
error-unknown-model = This model is no longer there. Please choose another one.
error-model-unavailable = This model is not available at the moment. Please choose another one.
error-invalid-input = Some settings do not fit yet, see the marks.
error-price-changed = The price has changed. Look at the button and confirm again.
error-not-for-sale = This combination is not for sale. Please change the settings.
error-needs-measure = I cannot measure this file, so I cannot name a price. Please send another one.
error-balance-too-low = Not enough credits: it costs { $needed } 💎, you have { $available } 💎, so { $missing } 💎 are missing.
error-provider-closed = New generations are paused for a moment. Your credits are untouched; please try again later.
error-not-uncertain = This purchase is resolved already.
error-task-belongs-elsewhere = That task belongs to another generation or to another model.
error-task-not-readable = kie.ai does not know the task { $taskId }, or does not answer at the moment.
error-too-many-open = You already have several generations running. Wait until one of them is done.
error-free-used-up = Your free ones of today are used up. Look at the price and confirm again.
error-too-late-to-cancel = It is already being made and can no longer be cancelled.

error-attachment-gone = The file you sent can no longer be fetched. Please send it again.
error-attachment-too-large = This file is larger than { $limit } MB, and Telegram does not let me fetch it. Send a smaller one, or a link to it.
error-session = The session has ended. Close the page and open it again.
error-too-many-calls = That was a little fast. Please wait a moment.
error-preset-gone = This preset is not there any more.
error-invalid-call = This page is outdated. Close it and open it again.
error-address-unreachable = I cannot fetch a file from this address. Send another link, or the file itself.
error-upload-too-large = The file is larger than { $limit } MB. Please choose a smaller one.
error-upload-unreadable = This kind of file cannot be used. Take a picture, a video, a sound or a PDF.
error-too-many-uploads = That is enough files for one day. Please come back tomorrow.
error-preset-name-taken = You have another preset of this name.
error-generation-not-found = This result is no longer there.
error-hold-already-captured = These credits have been spent already.
error-hold-already-released = These credits have been returned already.
error-person-unknown = This person has never written to the bot.
error-not-operator = This is for operators only.
error-reason-missing = Say why: the reason goes into the audit log.
error-amount-invalid = A whole number from 1 to { $most }, please.
error-operator-not-blockable = Operators cannot be blocked. Take the id out of ADMIN_IDS first.
error-markup-invalid = A number from { $min } to { $max }, please.
error-broadcast-invalid = A message has 1 to { $most } characters.
error-broadcast-unknown = There is no such broadcast.
error-broadcast-state = This broadcast has moved on. Look at it again.
error-catalogue-check-running = The catalogue is being compared already. Wait for its report.
error-desk-link-used = This link into the desk was used before or is too old. Send /desk to the bot for a new one.
error-invoice-unknown = This offer no longer exists. Please choose a pack again.
error-invoice-not-yours = This offer was made to somebody else.
error-invoice-changed = The price has changed. Please choose a pack again.
error-invoice-paid = This offer has been paid already.
error-subscription-runs = You have a subscription already. See /balance.
error-person-banned = Purchases are not possible from this account.
error-payment-unknown = There is no such payment.
error-payment-already-credited = This payment has been credited already.
error-payment-already-refunded = This payment has been given back already.
error-refund-credits-spent = Some credits of this payment have been spent, so nothing was done. Give it back once more to take only what is left.
error-promo-unknown = There is no such promo code.
error-promo-expired = This promo code has expired.
error-promo-used-up = This promo code has been used up.
error-promo-already-used = You have used this promo code already.
error-promo-exists = This promo code exists already.
error-promo-invalid = A promo code has 3 to 32 letters A-Z, digits, _ or -, and gives at least one credit.
error-telegram-token-refused = Telegram refuses the bot token.
error-telegram-unreachable = Telegram does not answer at the moment. Please try again.
error-webhook-protected = A webhook at { $address } receives this bot's updates, and PROTECT_WEBHOOK=1 forbids to take them from it.

## For whoever runs the program

error-database-unreachable = The database at { $place } does not answer.
error-data-folder-in-use = The data folder is in use by another process.
error-schema-too-new = The database is newer than this program. Start the newer version.
error-migration-edited = A migration that has been applied was changed afterwards.

## For the operator

alert-provider-out-of-credits = 🛑 kie.ai refuses for lack of credits: nothing is sold or bought until the account is topped up. What waits in the line goes on by itself then.
alert-provider-unauthorized = ⚠️ kie.ai refuses the API key. Nothing can be generated until KIE_API_KEY is right.
alert-provider-credits-low = ⚠️ Only { $credits } kie credits are left. Please top up the account at kie.ai.
alert-provider-closed = 🛑 Only { $credits } kie credits are left: nothing is sold until the account at kie.ai is topped up.
alert-provider-credits-enough = ✅ The account at kie.ai holds { $credits } kie credits again. Selling goes on.
alert-provider-silent = 🔇 kie.ai gives no answers. Orders wait in the line, nothing is charged, and all goes on by itself when it answers again.
alert-provider-answers = ✅ kie.ai answers again. The line goes on.
alert-disk-full = 🛑 Only { $megabytes } MB are left on the disk of the database: nothing is sold until there is room.
alert-disk-room = ✅ There is room on the disk again ({ $megabytes } MB). Selling goes on.
alert-uncertain-purchase = ⚠️ kie.ai did not confirm the order of generation <code>{ $generation }</code> ({ $model }).
alert-uncertain-released = ⚠️ Generation { $generation } was never confirmed by kie.ai. The person has the credits back; please compare with the account.
alert-job-dead = ⚠️ A background job gave up: { $job }.
button-desk = 🖥 Desk
button-desk-here = 🖥 Open the desk here
open-desk-link =
    🖥 <b>Operator's desk</b>
    { $link }

    The link works once, for five minutes. Give it to nobody.
open-desk-not-built = The desk is not built: npm run build:web, then restart.
action-done-credits-granted = granted 💎
action-done-credits-taken = took 💎
action-done-person-blocked = blocked
action-done-person-unblocked = unblocked
action-done-payment-refunded = refunded
action-done-payment-credited = credited a payment
action-done-purchase-attached = attached a task
action-done-purchase-released = released
action-done-purchase-retried = tried once more
action-done-model-switched-off = switched off
action-done-model-switched-on = switched on
action-done-markup-set = set the markup
action-done-promo-created = new promo code
action-done-promo-closed = closed the promo code
action-done-catalogue-compared = compared the catalogue
action-done-broadcast-started = started the broadcast
action-done-broadcast-paused = paused the broadcast
action-done-broadcast-resumed = resumed the broadcast
action-done-broadcast-cancelled = cancelled the broadcast
admin-title = <b>🛠 Operator</b> · { $day }
admin-people = 👥 { $newPeople } new, { $activePeople } here today
admin-generations = 🎨 { $delivered } delivered, { $failed } failed, { $underWay } under way
admin-money = 💰 { $income } 💎 earned, { $spending } kie credits spent · ⭐ { $stars } in { $payments ->
    [one] { $payments } payment
   *[other] { $payments } payments
}
admin-account-enough = 🏦 kie.ai: { $credits } credits left
admin-account-low = ⚠️ kie.ai: only { $credits } credits left
admin-account-closed = 🛑 kie.ai: { $credits } credits left, nothing is sold
admin-done = Done.
admin-done-before = This was done already.
act-why = ❓ <b>Why?</b> Tap a reason or write one: it goes into the audit log.
act-reason = ❓ Reason: { $reason }
act-grant = ➕ Give <b>{ $amount } 💎</b> to { $name }?
    They have { $available } 💎 now, and will be told.
act-take = ➖ Take <b>{ $amount } 💎</b> from { $name }?
    They have { $available } 💎 now, and will be told.
act-block = 🚫 Block { $name }? The bot no longer hears them; what they own stays theirs.
act-unblock = ✅ Let { $name } in again?
act-refund = ↩️ Give <b>⭐ { $stars }</b> back to { $name }? The { $credits } 💎 of this payment are taken.
act-refund-forced = ↩️ Give <b>⭐ { $stars }</b> back to { $name } all the same?
    ⚠️ Of the { $credits } 💎 of this payment only { $available } are left. What is left is taken.
act-credit = ➕ Give <b>{ $credits } 💎</b> to { $name } for the payment of ⭐ { $stars }? They will be told.
act-attach = 🔗 Attach the task <code>{ $task }</code> to <code>{ $generation }</code>?
act-retry = 🔁 Order <code>{ $generation }</code> once more? If kie.ai did sell it the first time, it is paid for twice there.
act-release = ↩️ Release <code>{ $generation }</code>? The person gets the credits back.
act-switch-off = 🚫 Switch <b>{ $name }</b> off for everybody? What is in the line is still made.
act-switch-on = ✅ Sell <b>{ $name }</b> again?
act-markup = 💲 Change the markup from ×{ $old } to <b>×{ $markup }</b>? Confirmed prices stay.
act-markup-reset = 💲 Change the markup from ×{ $old } to the one of the settings? Confirmed prices stay.
act-new-promo = 🎁 Make the code <code>{ $code }</code>? { $credits } 💎 each, uses: { $most }, last day: { $end }
act-close-promo = ✖️ Close <code>{ $code }</code>? What it gave stays.
act-broadcast-start = 📣 Send this to { $count ->
    [one] { $count } person
   *[other] { $count } people
}?
    <i>{ $text }</i>
act-broadcast-pause = ⏸ Pause this broadcast?
    <i>{ $text }</i>
act-broadcast-resume = ▶️ Go on with this broadcast?
    <i>{ $text }</i>
act-broadcast-cancel = ✖️ Cancel this broadcast for good?
    <i>{ $text }</i>
button-act-grant = ✔️ Give { $amount } 💎
button-act-take = ✔️ Take { $amount } 💎
button-act-markup = ✔️ Set ×{ $markup }
button-act-new-promo = ✔️ Make the code
button-act-told = ☑️ The person reads the reason
button-act-untold = ⬜️ The person reads the reason
reason-trouble = Sorry for the trouble
reason-gift = A gift
reason-mistake = A mistake put right
reason-misuse = Misuse
reason-spam = Spam
reason-cleared = Cleared up
reason-asked = Asked for it
reason-checked = Checked by hand
reason-in-log = Found at kie.ai/logs
reason-not-in-log = Not at kie.ai/logs
reason-fails = Fails too often
reason-dear = Too dear
reason-trial = A trial
reason-works = Works again
reason-prices = New prices
reason-campaign = Campaign
reason-over = It is over
reason-news = News
reason-look = To be looked at
admin-unmatched = 💫 Payments that fit no offer; nothing was credited:
admin-unmatched-none = 💫 Every payment has been credited or given back.
admin-ask-credit = ➕ How many credits shall the payment of ⭐ { $stars } bring? Tap or send a number.
admin-payment = ⭐ <b>{ $stars }</b> · { $date }
    👤 { $name }
    <code>{ $charge }</code>
admin-payment-credited = ✅ { $credits } 💎 credited
admin-payment-unmatched = ⚠️ nothing credited yet
admin-payment-refunding = ⏳ being given back, { $withdrawn } of { $credits } 💎 taken
admin-payment-refunded = ↩️ given back, { $withdrawn } of { $credits } 💎 taken
admin-payment-problem-invoice-unknown = It names an invoice that is not ours.
admin-payment-problem-amount-differs = Its amount is not the one of the invoice.
admin-payment-problem-payer-differs = Somebody else paid than the one who was offered it.
admin-payment-problem-refunded-before-recorded = It was given back before it arrived here.
admin-models-found = 🔎 Models for “{ $query }”:
admin-models-found-none = 🔎 No model is called “{ $query }”.
admin-person-log-line = <i>{ $date }</i> { $who }: { $what }{ $reason }
button-admin-unmatched = 💫 Payments to decide · { $count }
button-admin-credit = ➕ Give credits for it
button-admin-decide = ⚖️ Decide
promo-until = until { $day }
promo-over = ended { $date }
admin-ask-person = 👤 Send an id, a username or the beginning of a name.
admin-ask-model = 🔎 Send the name of a model.
admin-ask-markup = 💲 Send the new markup: credits per kie credit, e.g. <code>2.5</code>
admin-ask-promo = 🎁 Send the new code: <code>CODE CREDITS USES UNTIL</code>, e.g. <code>SPRING 50 100 2031-05-31</code>. USES (- for any number) and UNTIL may be left out.
admin-ask-grant = ➕ How many credits? You may say why in the same line: <code>50 sorry for the broken picture</code>
admin-ask-take = ➖ How many credits? You may say why in the same line: <code>50 granted by mistake</code>
admin-found = 👤 Found for “{ $query }”:
admin-found-nobody = Nobody is called “{ $query }”.
admin-person = 👤 <b>{ $name }</b> · { $locale }
    since { $joined }, last here { $seen }
    💎 { $available } to spend, { $held } on hold
    🎨 { $delivered } delivered, { $failed } failed
admin-person-here = ✅ may use the bot
admin-person-blocked = 🚫 blocked by an operator
admin-person-gone = 💤 has blocked the bot
admin-models = 🧯 Models that are off, and those that failed in the last 24 hours:
admin-models-none = 🧯 Every model is on, and none failed in the last 24 hours.
admin-model = <b>{ $name }</b>
    <code>{ $id }</code>
admin-model-failing = 24 hours: { $delivered } delivered, { $failed } failed. The last one: { $words }
admin-model-on = ✅ It is sold.
admin-model-off = 🚫 It is switched off for everybody; what was in the line is still made.
admin-markup = 💲 Markup: <b>×{ $markup }</b> credits per kie credit. A new one is in force within seconds; confirmed prices stay.
admin-promo = <b>🎁 Promo codes</b>
admin-promo-none = There is none yet.
admin-ask-broadcast = 📣 Send the message as people are to read it; bold, links and emoji stay.
admin-broadcasts = <b>📣 Broadcasts</b>
admin-broadcasts-none = There was none yet.
admin-broadcast-state-draft = ✏️ not started
admin-broadcast-state-running = ▶️ under way
admin-broadcast-state-paused = ⏸ paused
admin-broadcast-state-cancelled = ✖️ cancelled
admin-broadcast-state-done = ✅ done
admin-broadcast-to = To: { $locale }, { $activity }
admin-broadcast-everybody = 🌍 all languages
admin-broadcast-always = everybody
admin-broadcast-days = seen in { $days } days
admin-broadcast-reach = It would reach { $count ->
    [one] { $count } person
   *[other] { $count } people
} now.
admin-broadcast-counts = 📬 { $sent } of { $total } sent · { $gone } have left · { $failed } failed · { $unsure } unsure
admin-broadcast-row = { $state } · { $text }
button-admin-broadcasts = 📣 Broadcasts
button-admin-broadcast-new = ✏️ New broadcast
button-admin-broadcast-preview = 👁 Send it to me
button-admin-broadcast-start = 📣 Send to { $count }
button-admin-broadcast-pause = ⏸ Pause
button-admin-broadcast-resume = ▶️ Go on
button-admin-broadcast-cancel = ✖️ Cancel for good
admin-uncertain = 🔍 Purchases that kie.ai never confirmed:
admin-log = <b>📜 Audit log</b>
admin-log-empty = Nothing was done yet.
admin-log-line = <i>{ $date }</i> { $who }: { $what } · { $subject }{ $reason }
button-admin-find = 👤 Find a person
button-admin-models = 🧯 Models · { $off } off
button-admin-uncertain = 🔍 Uncertain · { $count }
button-admin-markup = 💲 Markup ×{ $markup }
button-admin-promo = 🎁 Promo codes
button-admin-log = 📜 Audit log
button-admin-grant = ➕ Give credits
button-admin-take = ➖ Take credits
button-admin-block = 🚫 Block
button-admin-unblock = ✅ Let in again
button-admin-payment = ⭐ { $stars } · { $date }
button-admin-refund = ↩️ Give ⭐ { $stars } back
button-admin-model = { $name } · ✗ { $failed } ✓ { $delivered }
button-admin-model-off = 🚫 { $name } · off
button-admin-switch-off = 🚫 Switch off for everybody
button-admin-switch-on = ✅ Switch on again
button-admin-markup-set = ✏️ Set another one
button-admin-markup-reset = ↺ As in the settings
button-admin-promo-new = ➕ New code
button-admin-promo-close = ✖️ Close { $code }
button-refresh = 🔄 Refresh
command-admin = the operator's desk
uncertain-facts =
    Person: { $person }
    Price: { $credits } 💎 on hold, { $kieCredits } kie credits
    Sent: { $sent }
    Tasks that callbacks named: { $tasks }

    Look at kie.ai/logs for that minute. A task is there: attach it. None is there: release, or try once more. Nothing done: released at { $released }.
uncertain-ask-task = 🔗 Send the task id of <code>{ $generation }</code> as your next message; kie.ai/logs shows it.
uncertain-none = No purchase is uncertain.
uncertain-done-retry = 🔁 { $generation } is in the line again. If kie.ai did sell it the first time, it is paid for twice there.
uncertain-done-release = ↩️ { $generation } is released: the person has the credits back.
uncertain-done-attach = 🔗 { $generation } has its task: kie.ai works on it.
uncertain-done-attach-ended = 🔗 { $generation } has its task, which has ended: the person hears of it.
button-uncertain-attach = 🔗 Attach a task
button-uncertain-retry = 🔁 Try once more
button-uncertain-release = ↩️ Release
alert-foreign-poller = ⚠️ Another program receives this bot's updates with the same token. Answers may be lost until it stops.
alert-foreign-webhook = ⚠️ Somebody set a webhook for this bot, so I cannot receive updates. Remove it or restart me.
alert-webhook-removed = ⚠️ A webhook at { $address } was set for this bot. I removed it in order to poll ({ $pending } updates were waiting). If it belongs to another program of yours, give that one its own bot; PROTECT_WEBHOOK=1 makes me refuse instead.
alert-webhook-repaired = ⚠️ Somebody changed this bot's webhook (found: { $address }). I have set it to my address again. If you know of no other program, the token has leaked: /revoke at @BotFather.
alert-webhook-failing = ⚠️ Telegram cannot bring me this bot's updates: { $reason }. { $pending } are waiting.
alert-payment-unmatched = ⚠️ A payment of ⭐ { $stars } by person { $personId } fits no offer, so nothing was credited: give credits for it, or give it back.
    <code>{ $chargeId }</code>
alert-payment-differs = ⚠️ Telegram says ⭐ { $stars } for payment { $chargeId } of person { $personId }, the books say ⭐ { $recorded }. Please compare.
alert-refund-short = ⚠️ Payment { $chargeId } of person { $personId } was refunded, but { $short } 💎 of it had been spent and could not be taken back.

## What does not fit in an input

problem-unknown-model = This model is no longer there.
problem-required = “{ $field }” is needed.
problem-type = “{ $field }” has the wrong kind of value.
problem-integer = “{ $field }” must be a whole number.
problem-enum = “{ $field }” does not have this value.
problem-min = “{ $field }” must be at least { $limit }.
problem-max = “{ $field }” must be at most { $limit }.
problem-step = “{ $field }” goes in steps of { $step }.
problem-too-short = “{ $field }” is too short: at least { $limit } characters.
problem-too-long = “{ $field }” is too long: at most { $limit } characters.
problem-too-few = “{ $field }” needs at least { $limit }.
problem-too-many = “{ $field }” takes at most { $limit }.
problem-pattern = “{ $field }” is not written the way it must be.
problem-url = “{ $field }” must be a file or a link that begins with https://.
problem-unknown-field = This model does not know “{ $field }”.
problem-any-of = At least one of these is needed: { $fields }.
problem-one-of = Exactly one of these is needed: { $fields }.
problem-requires = “{ $field }” is needed with these settings.
problem-not-allowed-together = “{ $field }” does not go together with “{ $other }”.
problem-not-allowed-when = “{ $field }” does not go with the other settings.
problem-not-allowed-value = “{ $field }” cannot have this value with the other settings.
problem-total-length = The texts are too long together: at most { $limit } characters.
problem-total-items = Together ({ $fields }) these are too many or too few: the limit is { $limit }.
problem-span = “{ $field }” does not fit “{ $from }”.

## Names of settings (keys are kie.ai's field names)

field-prompt = Prompt
field-negative_prompt = What to avoid
field-text = Text
field-dialogue = Lines
field-lyrics = Lyrics
field-title = Title
field-tags = Style tags
field-negative_tags = Styles to avoid
field-style = Style
field-aspect_ratio = Proportions
field-ratio = Proportions
field-image_size = Proportions
field-size = Size
field-resolution = Resolution
field-image_resolution = Resolution
field-output_resolution = Resolution
field-quality = Quality
field-mode = Mode
field-duration = Length, s
field-n_frames = Length, s
field-duration_seconds = Length, s
field-output_format = Format
field-seed = Seed
field-seeds = Seed
field-num_images = How many
field-max_images = How many at most
field-n = How many
field-image_url = Picture
field-image_urls = Pictures
field-image = Picture
field-input_image = Picture
field-image_input = Pictures
field-input_urls = Pictures
field-files_url = Pictures
field-file_url = Picture
field-reference_image = Reference pictures
field-reference_image_urls = Reference pictures
field-reference_video_urls = Reference videos
field-reference_audio_urls = Reference sounds
field-first_frame_url = First frame
field-first_frame_image_url = First frame
field-first_frame = First frame
field-last_frame_url = Last frame
field-last_frame_image_url = Last frame
field-end_image_url = Last frame
field-tail_image_url = Last frame
field-return_last_frame = Last frame as a picture
field-mask_url = Mask
field-video_url = Video
field-video_urls = Videos
field-first_clip_url = First clip
field-audio_url = Sound
field-audio_urls = Sounds
field-upload_url = Sound
field-driving_audio_url = Voice
field-voice = Voice
field-voice_name = Voice name
field-vocal_gender = Singer
field-instrumental = Without vocals
field-custom_mode = Own lyrics and style
field-model = Version
field-speed = Speed
field-stability = Steadiness
field-similarity_boost = Likeness
field-language_code = Language
field-timestamps = Timestamps
field-loop = Loop
field-sound = Sound
field-audio = Sound
field-generate_audio = Sound
field-generate_audio_switch = Sound
field-watermark = Watermark
field-remove_watermark = Without watermark
field-background = Background
field-rendering_speed = Speed
field-acceleration = Acceleration
field-guidance_scale = Closeness to the prompt
field-cfg_scale = Closeness to the prompt
field-prompt_influence = Closeness to the prompt
field-strength = Strength of the change
field-num_inference_steps = Steps
field-upscale_factor = Enlarge by
field-expand_prompt = Improve the prompt
field-enhance_prompt = Improve the prompt
field-prompt_extend = Improve the prompt
field-prompt_optimizer = Improve the prompt
field-prompt_upsampling = Improve the prompt
field-enable_prompt_expansion = Improve the prompt
field-enable_translation = Translate the prompt
field-nsfw_checker = Content filter
field-enable_safety_checker = Content filter
field-safety_tolerance = Filter strictness
field-camera_fixed = Fixed camera
field-fixed_lens = Fixed camera
field-multi_shots = Several shots
field-multi_prompt = Shots
field-shots = Scenes
field-elements = Characters and things
field-web_search = Search the web
field-thinking_mode = Think first
field-variety = Variety
field-weirdness_constraint = Experiment
field-style_weight = Weight of the style
field-audio_weight = Weight of the sound
field-color_palette = Colours
field-character_orientation = Pose from
field-temperature = Freedom
field-diarize = Tell speakers apart
field-tag_audio_events = Mark sounds

field-upload_cn = Chinese upload
field-enable_pro = Pro quality
field-enable_sequential = A series
field-hex = Colour
field-bbox_list = Areas
field-audio_ids = Voices
field-video_list = Videos
field-url = File
field-start = From, s
field-ends = To, s
field-character_ids = Characters
field-customize_multi_shots = Own shots
field-prefer_multi_shots = Several shots by itself
field-name = Name
field-description = Description
field-element_input_urls = Pictures or videos
field-element_input_audio_urls = Voice
field-kling_elements = Characters and things
field-start_time = From
field-end_time = To
field-generate_multi_clip_switch = Several clips
field-generation_type = Kind of video
field-enable_fallback = Spare model
field-reference_file_urls = Reference files
field-reference_link_urls = Reference links
field-task_id = Earlier result
field-taskId = Earlier result
field-index = Number
field-template_id = Template
field-image_references = Reference pictures
field-type = Kind
field-ref_name = Name in the prompt
field-reference_video = Reference video
field-reference_voice = Reference voice
field-extend_at = Extend from, s
field-extend_times = Extend by, s
field-audio_setting = Sound
field-background_source = Background from
field-persona_id = Persona
field-persona_model = Kind of persona
field-sound_key = Key
field-sound_loop = Loop
field-sound_tempo = Tempo
field-grab_lyrics = With lyrics
field-previous_text = Text before
field-next_text = Text after
field-scene = Scene
field-sample_context = Situation
field-speakers = Speakers
field-speaker_id = Speaker
field-audio_profile = Manner
field-accent = Accent
field-pace = Pace
field-dialogue_turns = Lines
field-filler_words = Filler words
field-audio_id = Track
field-sync_mode = Precise lips
field-mask_indexs = Parts
field-reference_mask_urls = Reference masks
field-pe_fast_mode = Fast mode
field-separate_vocal = Separate the voice
field-open_scenedet = Find scenes
field-align_audio = Fit to the sound
field-align_audio_reverse = Play back and forth
field-templ_start_seconds = Start, s
field-num_frames = Frames
field-frames_per_second = Frames per second
field-shift = Shift
field-continue_at = Continue at, s
field-upload_url_list = Sounds
field-full_lyrics = Whole lyrics
field-infill_start_s = Replace from, s
field-infill_end_s = Replace to, s
field-stem_name = Instrument
field-content = Text
field-author = Author
field-domain_name = Website on the video
field-verify_url = Recording of the phrase
field-singer_skill_level = Skill
field-vocal_start = Voice from
field-vocal_end = Voice to
field-vocal_start_s = Voice from, s
field-vocal_end_s = Voice to, s
field-voice_url = Recording of the voice

about-prompt = Say what you want to see or hear, the more exactly the better.
about-negative_prompt = What must not appear.
about-aspect_ratio = Width to height: 16:9 fits a screen, 9:16 a phone, 1:1 a profile picture.
about-image_size = Width to height, or the size of the picture.
about-resolution = How fine the result is. Finer costs more and takes longer.
about-quality = Better quality costs more and takes longer.
about-mode = The way the model works: quicker and cheaper, or better.
about-duration = How long the video or sound will be.
about-seed = The same number with the same settings gives nearly the same result. Empty: a new one each time.
about-output_format = PNG keeps every detail, JPEG is smaller.
about-num_images = How many pictures to make at once; each is paid for.
about-max_images = How many pictures at most; each is paid for.
about-voice = Who reads the text.
about-speed = 1 is natural, less is slower, more is faster.
about-stability = Low: livelier, high: steadier.
about-similarity_boost = How close to the original voice.
about-style = The manner or genre, in a few words.
about-custom_mode = On: you give title, style and lyrics. Off: one sentence is enough.
about-instrumental = Music without a voice.
about-model = Newer versions usually sound better.
about-guidance_scale = How strictly the model keeps to your words.
about-cfg_scale = How strictly the model keeps to your words.
about-strength = Low keeps the picture, high changes it more.
about-num_inference_steps = More steps: finer and slower.
about-upscale_factor = How many times larger.
about-nsfw_checker = Refuses what is not fit for everybody.
about-enable_safety_checker = Refuses what is not fit for everybody.
about-prompt_extend = Lets the model add detail to your words.
about-enable_prompt_expansion = Lets the model add detail to your words.
about-camera_fixed = The camera stands still.
about-generate_audio = The video gets a sound of its own.
about-sound = The video gets a sound of its own.
about-image_urls = The pictures to begin with.
about-image_url = The picture to begin with.
about-image_input = Pictures the model should look at.
about-last_frame_url = The picture the video ends with.
about-mask_url = Who shall speak, where several are seen: masks made by a subject detection.
about-mask-change = What shall change is { $colour ->
    [black] black, the rest white.
   *[white] white, the rest black.
}
about-mask-subject = What the model shall look at is { $colour ->
    [black] black, the rest white.
   *[white] white, the rest black.
}
about-mask-unsure = The maker does not say this plainly: if the wrong part is taken, swap the colours.
about-multi_prompt = A film of several shots: say what happens in each, and for how long.
about-dialogue = Each line is read by its own voice.
about-watermark = A text that stands on the result.
about-continue_at = The second at which the song goes on.
about-elements = People or things that look the same in every shot; name them in the prompt.
about-hex = For example #FF8800.
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
about-enable_translation = Turns your words into English first, which some models understand better.
about-safety_tolerance = Higher lets more through, lower refuses more.
about-upload_cn = Reads your file from servers in China, where that is quicker.
about-background = What stands behind: as it is, or see-through for cutting out.
about-enable_pro = A better version of the model; it costs more.
about-rendering_speed = Faster is cheaper, slower is finer.
about-acceleration = More speed at the cost of some detail.
about-enable_sequential = Several pictures that belong together, such as a story.
about-thinking_mode = The model thinks before it draws: slower, closer to your words.
about-color_palette = The colours to use, and how much of each.
about-bbox_list = Where in the picture things shall stand.
about-web_search = Lets the model look things up, for what is new or exact.
about-reference_image_urls = Pictures of what shall look the same in the result.
about-reference_audio_urls = Sounds or voices that shall be heard in the result.
about-reference_video_urls = Clips whose movement or look shall be followed.
about-first_frame_url = The picture the video begins with.
about-return_last_frame = Also sends the last frame, so that the next video can begin there.
about-audio_ids = Voices you made before, by their ids.
about-video_list = Clips, and from which second to which each is used.
about-url = The file itself.
about-start = The second at which the part begins.
about-ends = The second at which the part ends.
about-character_ids = Characters you made before, by their ids.
about-customize_multi_shots = On: you write each shot yourself.
about-prefer_multi_shots = The model cuts the video into shots by itself.
about-name = A short name, by which the prompt can speak of it.
about-description = What it is or how it looks, in a few words.
about-element_input_urls = Two to four pictures, or one clip, of the same person or thing.
about-element_input_audio_urls = A recording of the voice this character speaks with.
about-multi_shots = One video of several shots with cuts between them.
about-start_time = Where in the file to begin.
about-end_time = Where in the file to end.
about-generate_multi_clip_switch = Several camera angles in one video.
about-generation_type = From words alone, from a first and a last frame, or from reference pictures.
about-audio_url = The sound to begin with.
about-video_url = The video to begin with.
about-video_urls = The videos to begin with.
about-audio_urls = The sounds to begin with.
about-reference_file_urls = Documents the model shall read.
about-reference_link_urls = Pages the model shall read.
about-task_id = The earlier result to go on from; it is filled in by the button below that result.
about-index = Which of several results is meant.
about-template_id = A ready-made effect.
about-type = What this is for.
about-ref_name = The name by which the prompt speaks of this picture.
about-first_clip_url = The clip that is continued.
about-driving_audio_url = The voice whose words the lips follow.
about-reference_video = A clip of the person or thing that shall appear.
about-reference_voice = A recording of the voice to speak with.
about-extend_at = The second from which the video goes on.
about-extend_times = How many seconds to add.
about-audio_setting = Keep the sound of the video, or let the model choose.
about-character_orientation = Whether the figure stands as in the picture or moves as in the video.
about-background_source = Where the background comes from: your picture or your video.
about-title = The name of the song.
about-negative_tags = Styles and instruments that shall not be heard.
about-variety = Higher: more surprising.
about-vocal_gender = Whether a man or a woman sings.
about-lyrics = The words that are sung.
about-persona_id = A voice or style you made before, by its id.
about-persona_model = Whether the persona gives its style or its voice.
about-style_weight = How strictly the style is kept.
about-weirdness_constraint = Low: familiar, high: unusual.
about-audio_weight = How much of your sound stays.
about-sound_key = The key of the music.
about-sound_loop = The end fits the beginning, so that it can go round.
about-sound_tempo = Beats per minute.
about-grab_lyrics = Also gives the words of the sound, if there are any.
about-text = The words that are read aloud.
about-language_code = The language that is spoken; mostly it is recognised by itself.
about-timestamps = Also tells when each word is spoken.
about-previous_text = What was said before, so that the tone goes on.
about-next_text = What is said afterwards, so that the tone fits.
about-temperature = Low: even, high: freer.
about-scene = Where and when it is spoken.
about-sample_context = What is going on, for the right tone.
about-speakers = Who speaks, each with a voice.
about-speaker_id = Which of the speakers says the line.
about-audio_profile = What kind of person speaks.
about-accent = How the words sound by region.
about-pace = How quickly and evenly it is spoken.
about-filler_words = Adds an “uh” here and there, as people do.
about-audio_id = Which song of the earlier result; it is filled in by the button below it.
about-sync_mode = The lips follow the sound more exactly; slower.
about-mask_indexs = Which parts of the picture speak.
about-reference_mask_urls = Masks that show who is meant.
about-pe_fast_mode = Quicker, with a little less care.
about-separate_vocal = Takes the voice out of the music first.
about-open_scenedet = Finds the cuts in the video by itself.
about-align_audio = Makes the video as long as the sound.
about-align_audio_reverse = Plays the video forth and back where the sound is longer.
about-templ_start_seconds = From which second of the video to begin.
about-num_frames = More frames: a longer video.
about-frames_per_second = More is smoother.
about-shift = Low follows details, high follows movement.
about-upload_url = The sound to work on.
about-upload_url_list = Two songs that become one.
about-full_lyrics = All words of the song after the change.
about-infill_start_s = The second at which the new part begins.
about-infill_end_s = The second at which the new part ends.
about-stem_name = The instrument or voice to take out.
about-content = The text to work on.
about-author = The name shown as the artist.
about-domain_name = A website shown on the video.
about-verify_url = A recording in which you say the phrase you were given.
about-singer_skill_level = How well the voice can sing.
about-vocal_start = The second at which the voice begins.
about-vocal_end = The second at which the voice ends.
about-vocal_start_s = { about-vocal_start }
about-vocal_end_s = { about-vocal_end }
about-voice_url = A clear recording of the voice, without music.

## Words for values that are words

choice-auto = automatic
choice-square = square
choice-square_hd = square HD
choice-portrait_4_3 = portrait 3:4
choice-portrait_3_2 = portrait 2:3
choice-portrait_16_9 = portrait 9:16
choice-landscape_4_3 = landscape 4:3
choice-landscape_3_2 = landscape 3:2
choice-landscape_16_9 = landscape 16:9
choice-landscape_21_9 = landscape 21:9
choice-low = low
choice-medium = medium
choice-high = high
choice-ultra = ultra
choice-basic = basic
choice-standard = standard
choice-std = standard
choice-pro = pro
choice-lite = light
choice-turbo = fast
choice-balanced = balanced
choice-quality = best quality
choice-none = none
choice-regular = regular
choice-transparent = transparent
choice-opaque = opaque
choice-realistic = realistic
choice-fiction = fiction
choice-general = general
choice-design = design
choice-fun = playful
choice-normal = normal
choice-spicy = bold
choice-m = male
choice-f = female
choice-image = picture
choice-video = video
choice-adaptive = as the picture
choice-text_2_video = from words
choice-first_and_last_frames_2_video = from frames
choice-reference_2_video = from references
choice-subject = figure
choice-background = background
choice-origin = as it was
choice-input_video = from the video
choice-input_image = from the picture
choice-v4 = V4
choice-v4_5 = V4.5
choice-v4_5plus = V4.5 Plus
choice-v4_5all = V4.5 All
choice-v5 = V5
choice-v5_5 = V5.5
choice-v6 = V6
choice-v6_mini = V6 Mini
choice-v6_wild = V6 Wild
choice-style_persona = style
choice-voice_persona = voice
choice-any = any
choice-neutral = neutral
choice-american_gen_ = American
choice-american_valley_ = Californian
choice-american_south_ = American South
choice-british_rp_ = British
choice-british_brixton_ = South London
choice-transatlantic = transatlantic
choice-australian = Australian
choice-vocal_smile = with a smile
choice-newscaster = newsreader
choice-whisper = whisper
choice-empathetic = warm
choice-promo_hype = advertising
choice-deadpan = deadpan
choice-natural = natural
choice-rapid_fire = very quick
choice-the_drift = dreamy
choice-staccato = clipped
choice-separate_vocal = voice and music
choice-split_stem = all instruments
choice-split_stem_advanced = one instrument
choice-beginner = beginner
choice-intermediate = skilled
choice-advanced = advanced
choice-professional = professional
choice-lead_vocal = lead voice
choice-drum_kit = drums
choice-kick = bass drum
choice-snare = snare drum
choice-risers = risers
choice-bass = bass
choice-backing_vocals = backing voices
choice-piano = piano
choice-electric_guitar = electric guitar
choice-percussion = percussion
choice-string_section = strings
choice-synth = synthesizer
choice-acoustic_guitar = acoustic guitar
choice-sound_effects = sound effects
choice-synth_pad = synth pad
choice-synth_bass = synth bass
choice-guitar = guitar
choice-brass_section = brass
choice-organ = organ
choice-electronic_drum_kit = electronic drums
choice-lead_electric_guitar = lead electric guitar
choice-synth_keys = synth keys
choice-rhythm_electric_guitar = rhythm electric guitar
choice-electric_piano = electric piano
choice-upright_bass = upright bass
choice-keyboards = keyboards
choice-distorted_electric_guitar = distorted guitar
choice-synth_strings = synth strings
choice-synth_lead = synth lead
choice-woodwinds = woodwinds
choice-rhythm_acoustic_guitar = rhythm acoustic guitar
choice-flute = flute
choice-harp = harp
choice-tambourine = tambourine
choice-trumpet = trumpet
choice-arpeggiator = arpeggiator
choice-accordion = accordion
choice-fiddle = fiddle
choice-pedal_steel_guitar = pedal steel guitar
choice-synth_voice = synth voice
choice-violin = violin
choice-digital_piano = digital piano
choice-synth_brass = synth brass
choice-mandolin = mandolin
choice-choir = choir
choice-banjo = banjo
choice-bells = bells
choice-clarinet = clarinet
choice-tenor_saxophone = tenor saxophone
choice-trombone = trombone
choice-shaker = shaker
choice-french_horn = French horn
choice-glockenspiel = glockenspiel
choice-electric_bass = electric bass
choice-cello = cello
choice-timpani = timpani
choice-harmonica = harmonica
choice-marimba = marimba
choice-vibraphone = vibraphone
choice-lap_steel_guitar = lap steel guitar
choice-saxophone = saxophone
choice-orchestra = orchestra
choice-horns = horns
choice-cymbals = cymbals
choice-hand_clap = hand clap
choice-oboe = oboe
choice-celesta = celesta
choice-congas = congas
choice-drone = drone
choice-alto_saxophone = alto saxophone
choice-double_bass = double bass
choice-ukulele = ukulele
choice-harpsichord = harpsichord
choice-baritone_saxophone = baritone saxophone
choice-xylophone = xylophone
choice-tuba = tuba
choice-bass_guitar = bass guitar
choice-whistle = whistle
choice-lead_guitar = lead guitar
choice-rhodes = Rhodes piano
choice-bongos = bongos
choice-bassoon = bassoon
choice-cowbell = cowbell
choice-viola = viola
choice-sitar = sitar
choice-steel_drums = steel drums
choice-piccolo = piccolo
choice-theremin = theremin
choice-bagpipes = bagpipes
choice-hi_hat = hi-hat
choice-music_box = music box
choice-melodica = melodica
choice-tabla = tabla
choice-koto = koto
choice-djembe = djembe
choice-taiko = taiko
choice-didgeridoo = didgeridoo

miniapp-not-built = The studio is not there at the moment. Everything works in the chat meanwhile.

## Mini App (everything that begins with web- is compiled into the page)

web-actions = What to do with it
web-add = Add
web-add-audio = Add a sound
web-add-file = Add a file
web-add-image = Add a picture
web-add-video = Add a video
web-after = After
web-again = Again
web-any = any
web-at-most = This is the most it can cost. What is not needed comes back to you.
web-balance-of = Balance: { $count } credits
web-before = Before
web-camera = Camera
web-cancel = Cancel
web-choose = Choose
web-close = Close
web-compare = Compare before and after
web-copied = Copied
web-copy = Copy
web-credits-back =
    { $count ->
        [one] Your { $count } credit is back.
       *[other] Your { $count } credits are back.
    }
web-frame = Your picture is { $picture }, the result will be { $frame }. What lies outside of the frame may be cut off: crop it yourself to choose.
web-free-back = It does not count as one of your free ones today.
web-crop = Crop
web-done = { $model }: ready
web-download = Download
web-draw-mask = Paint the mask
web-elapsed = { $time } so far
web-entry-pending = reserved
web-entry-voided = returned
web-favourite = Favourite: { $model }
web-favourites = Favourites
web-file-gone = The file is no longer kept.
web-file-too-large = The file is larger than { $limit } MB.
web-fill-in = Fill in: { $field }
web-found = Models found: { $count }
web-from-results = From results
web-generate = Generate · { $price } 💎
web-generate-free = Generate · free today ({ $left } of { $perDay } left)
web-generate-unpriced = Generate
web-go-on = Go on with it
web-goes-on = It goes on by itself in { $seconds } s.
web-held = Reserved for what is running: { $count }
web-hello = What shall we make, { $name }?
web-hide = Remove
web-hide-text = It leaves the gallery and the history of the chat. What the chat has received stays there.
web-hide-title = Remove this result?
web-invite =
    { $count ->
        [one] Invite a friend: you both get { $count } credit after their first result.
       *[other] Invite a friend: you both get { $count } credits after their first result.
    }
web-kind = Kind of result
web-kind-all = All
web-kind-audio = Sound
web-kind-image = Pictures
web-kind-video = Video
web-language = Language
web-loading = Loading
web-make-first = Make something
web-mask-black = Black
web-mask-brush = Brush
web-mask-clear = Clear
web-mask-colour = Colour of what I paint
web-mask-how = Paint over what shall change.
web-mask-needs-picture = Add the picture first ({ $field }), then paint on it.
web-mask-rubber = Rubber
web-mask-size = Size
web-mask-tool = Tool
web-mask-unsure = What you paint becomes this colour, the rest the other. The maker does not say plainly which one it takes: if the wrong part comes out, swap it.
web-mask-white = White
web-may-leave = You may close this. The result also comes into the chat.
web-minutes = { $minutes } min { $seconds } s
web-missing = It costs { $price } 💎, you have { $available } 💎: { $missing } 💎 are missing. Once they are there, it starts by itself.
web-models =
    { $count ->
        [one] { $count } model
       *[other] { $count } models
    }
web-monthly = { $count } 💎 every month for ⭐ { $stars }
web-more =
    { $count ->
        [one] { $count } more setting
       *[other] { $count } more settings
    }
web-move-down = Move entry { $number } down
web-move-up = Move entry { $number } up
web-new = New
web-new-mark = new
web-no-entries = No entries yet.
web-no-model = This model is not there
web-no-result = This result is not there
web-no-results = Nothing here yet
web-no-results-kind = Nothing of this kind yet.
web-no-results-text = Everything you make appears here and in the chat.
web-no-results-words = You made nothing yet with “{ $text }” in it.
web-not-audio = This is no sound.
web-not-done = { $model }: it did not work out
web-not-image = This is no picture.
web-not-saved = Could not be saved. Please try again.
web-not-video = This is no video.
web-nothing-found = Nothing found
web-nothing-found-text = No model is called “{ $text }”. Try a vendor, or what you want to do.
web-notifications = Notifications
web-notify-chat = Messages about what I make here
web-notify-off = Results come into the chat without a sound, progress is only shown here
web-notify-on = The chat shows the progress, and a result comes with a sound
web-offline-again = No connection. Nothing is lost; it goes on by itself.
web-offline-text = Check your connection and try again.
web-offline-title = No connection
web-order = Order
web-order-best = Best
web-order-cheap = Cheapest
web-order-fast = Fastest
web-payment-coming = Thank you! The credits are on their way.
web-payment-failed = The payment did not go through.
web-phase-cancelled = Cancelled
web-phase-delivered = Ready
web-phase-delivering = Ready, on its way to you
web-phase-failed = It did not work out
web-phase-late = Takes longer than usual
web-phase-paused = Paused on our side; it starts by itself
web-phase-place = Number { $place } in the queue
web-phase-queued = In the queue
web-phase-running = Being made
web-phase-uncertain = Waiting for an answer
web-preset-drop = Remove { $name }
web-preset-name = Name of the preset
web-preset-rename = Rename { $name }
web-preset-save = Keep
web-preset-share = Share { $name }
web-presets = Presets
web-presets-how = Nothing kept yet. The bookmark of a form keeps it under a name, here and in the chat.
web-presets-none = Nothing kept yet. Name this form to keep it; the chat has it, too.
web-price = { $count } 💎
web-free = free
web-price-from = from { $count } 💎
web-price-incomplete = as soon as everything is filled in
web-price-needs-measure = this file cannot be measured
web-price-not-for-sale = not for sale like this
web-recommended = Recommended
web-reference-choose = Choose from your results
web-reference-id = Or an id from elsewhere
web-reference-none = You have made nothing yet that fits here.
web-reference-other = Choose another
web-refused-text = Open this page from the bot: by the button beside the message field.
web-refused-title = Please open it from Telegram
web-remove-entry = Remove entry { $number }
web-remove-file = Remove { $name }
web-result = Result
web-results-search = Search by words of the prompt
web-search = Search { $count } models
web-search-label = Search
web-seconds = { $count } s
web-send = To the chat
web-sent = It is in the chat.
web-shape = Shape
web-share = Share
web-show-more = Show more
web-slow = The connection is slow
web-stars = ⭐ { $count }
web-start-over = Start over
web-statement = Statement
web-subscribe = Subscribe
web-subscription = Subscription
web-subscription-active = Next on { $date }
web-subscription-canceled = Ends on { $date }
web-subscription-failed = Could not be paid, ends on { $date }
web-subscription-resume = Go on
web-subscription-stop = End it
web-sum-at-most = Price, at most
web-sum-balance = Balance
web-sum-left = Left afterwards
web-sum-price = Price
web-support = Questions: { $contact }
web-tab-account = Account
web-tab-create = Create
web-tab-results = Results
web-tabs = Main pages
web-top-up = Top up
web-top-up-to-generate = Top up and generate · { $price } 💎
web-try-again = Try again
web-under-way = Under way
web-uploading = Uploading
web-use = Use it
web-usually = usually about { $time }
web-vendor = Vendor
web-vendor-all = All vendors
web-which-file = Which file
web-whole-screen = Full screen
web-wishes = What do you want to make?
web-zoom = Zoom

## The operator's desk (everything that begins with desk- is compiled into its page)

desk-active = seen today
desk-activity = Activity
desk-all = all
desk-attach = Attach a task
desk-audience = To whom
desk-balance = Kie credits left
desk-block = Block
desk-blocked = blocked
desk-broadcast = Broadcast { $id }
desk-broadcast-cancelled = cancelled
desk-broadcast-done = done
desk-broadcast-draft = not started
desk-broadcast-paused = paused
desk-broadcast-running = under way
desk-broadcast-text = As people are to read it; for bold and links write it to the bot under /admin
desk-burn-day = Spent per day (7 days)
desk-burn-hour = Spent in the last hour
desk-cancel = Cancel
desk-cancel-broadcast = Cancel for good
desk-catalogue = kie.ai's catalogue
desk-catalogue-back = Offered again by kie.ai, not active in the registry
desk-catalogue-changed = Fields and prices that differ
desk-catalogue-ended = Compared { $at }. Models: { $compared }. Differences that are news: { $news }.
desk-catalogue-failed = The last attempt failed: { $words }
desk-catalogue-gone = Gone from kie.ai
desk-catalogue-known = also the { $count } that are known
desk-catalogue-list = Asking for the list…
desk-catalogue-new = New at kie.ai
desk-catalogue-none = Not compared yet. It takes about three minutes: one request per second.
desk-catalogue-read = { $read } of { $total } models read
desk-catalogue-unread = Without a schema, fields not compared
desk-chart-funnel = From /start to the first payment
desk-chart-generations = Generations per day
desk-chart-money = Income in credits, provider cost in kie credits
desk-chart-people = New and returning people
desk-chart-stars = Stars paid per day
desk-close = Close
desk-col-act = Act
desk-col-active = Active
desk-col-acts = Acts
desk-col-after = After
desk-col-age = Age
desk-col-at = When
desk-col-available = Balance
desk-col-before = Before
desk-col-blocked = Blocked
desk-col-cause = Cause
desk-col-charge = Charge
desk-col-code = Code
desk-col-count = Count
desk-col-credits = Credits
desk-col-delayed = Delayed
desk-col-delivered = Delivered
desk-col-details = Details
desk-col-doing = Doing
desk-col-ended = Ended
desk-col-failed = Failed
desk-col-files = Files
desk-col-from = From
desk-col-generation = Generation
desk-col-given = Given free
desk-col-gone = Have left
desk-col-held = On hold
desk-col-id = Person's id
desk-col-income = Income
desk-col-job = Job
desk-col-kie = Kie credits
desk-col-kie-calls = kie.ai
desk-col-known = Known because
desk-col-last = Last
desk-col-locale = Language
desk-col-margin = Margin
desk-col-markup = Credits per kie credit
desk-col-median = Median
desk-col-memo = Memo
desk-col-message = Message
desk-col-met = Met
desk-col-model = Model
desk-col-oldest = Oldest
desk-col-operator = Operator
desk-col-ordered = Ordered
desk-col-ours = The registry
desk-col-paid = Paid
desk-col-person = Person
desk-col-price = From
desk-col-process = Process
desk-col-provider = Vendor
desk-col-ready = Ready
desk-col-reason = Reason
desk-col-released = Released at
desk-col-role = Role
desk-col-runs = Runs
desk-col-seen = Last seen
desk-col-sent = Sent
desk-col-since = Since
desk-col-slower = Ratio
desk-col-stars = Stars
desk-col-state = State
desk-col-subject = Subject
desk-col-tasks = Tasks of callbacks
desk-col-telegram = Telegram
desk-col-theirs = kie.ai
desk-col-to = To
desk-col-today = Median today
desk-col-total = Recipients
desk-col-type = Type
desk-col-unsure = Unsure
desk-col-until = Until
desk-col-uses = Uses
desk-col-what = What
desk-col-words = kie.ai's words
desk-col-words-sent = Message
desk-compare = Compare
desk-credit = Credit
desk-cut = No answer from the server, or the session has ended. What is shown may be old.
desk-days-left = lasts { $days } days
desk-door = Send /desk to the bot: it answers with a link that opens the desk once.
desk-failures = Failures of 24 hours
desk-find-model = Model, vendor or type
desk-find-person = Id, @name or first name
desk-force = although credits are spent
desk-grant = Give credits
desk-income = income
desk-input = Input
desk-invited = Invited
desk-jobs = Background jobs
desk-kind-free = free generation
desk-kind-operator = from an operator
desk-kind-operator-withdrawal = taken by an operator
desk-kind-promo = promo code
desk-kind-referral = for an invitation
desk-kind-refund = refund
desk-kind-refund-undone = refund undone
desk-kind-spend = generation
desk-kind-stars = bought with Stars
desk-kind-start = welcome gift
desk-last-day = Last day
desk-last-days = { $days } days
desk-leave = Leave
desk-ledger = Ledger
desk-margin = Margin per model
desk-margin-note = Markup in force: { $markup } credits per kie credit.
desk-markup = Markup: { $markup }
desk-markup-field = Credits per kie credit; empty: as in the settings
desk-max-uses = Uses in all
desk-messages = Messages
desk-new = new
desk-new-broadcast = New broadcast
desk-new-promo = New code
desk-newer = Newer
desk-no-answer = no answer
desk-nothing = Nothing here.
desk-older = Older
desk-oldest = oldest { $time }
desk-pages = Pages
desk-part-kept = kept: the chat is closed
desk-part-pending = to be sent
desk-part-sending = being sent
desk-part-sent = sent
desk-part-uncertain = unsure whether it arrived
desk-pause = Pause
desk-payment-credited = credited
desk-payment-refunded = refunded
desk-payment-refunding = being refunded
desk-payment-unmatched = fits no offer
desk-phase-pending = on hold
desk-phase-posted = booked
desk-phase-voided = released
desk-preview = Send it to me
desk-preview-failed = It could not be sent to you. Is your chat with the bot open?
desk-preview-sent = It is in your chat with the bot.
desk-queue = In line
desk-quoted = quoted { $credits }
desk-reach = Would reach now
desk-reason = Reason
desk-reason-told = tell the person the reason
desk-refund = Refund
desk-release = Release
desk-replicas = Processes
desk-resume = Go on
desk-retry = Try once more
desk-retry-mind = If kie.ai did sell it the first time, it is paid for twice there.
desk-returning = returning
desk-room-audit = Audit log
desk-room-broadcasts = Broadcasts
desk-room-charts = Charts
desk-room-generations = Generations
desk-room-live = Now
desk-room-models = Registry
desk-room-payments = Payments
desk-room-people = People
desk-room-promo = Promo codes
desk-room-uncertain = Uncertain
desk-running = Running now
desk-save-draft = Save draft
desk-seconds = { $count } s
desk-seen-within = seen in { $days } days
desk-share = { $count } · { $share }
desk-speeds = Run times today
desk-spending = provider cost
desk-start = Start
desk-start-mind = { $count ->
    [one] One person gets it.
   *[other] { $count } people get it.
}
desk-started = Started
desk-state-cancelled = cancelled
desk-state-delivered = delivered
desk-state-failed = failed
desk-state-queued = in line
desk-state-running = running
desk-state-submitting = being sent
desk-state-succeeded = being delivered
desk-state-uncertain = uncertain
desk-statement = Statement
desk-states = States
desk-step-met = met the bot
desk-step-ordered = ordered
desk-step-paid = have paid
desk-step-received = have a result
desk-switch-off = Switch off
desk-switch-on = Switch on
desk-take = Take credits
desk-task = Task at kie.ai
desk-title = Operator's desk
desk-today = Today, { $day }
desk-unblock = Unblock
desk-uncertain = Uncertain
desk-uncertain-note = Look at kie.ai/logs for that minute. A task is there: attach it. None is there: release, or try once more.
desk-under-way = Under way
desk-which = Which
desk-written = Written
