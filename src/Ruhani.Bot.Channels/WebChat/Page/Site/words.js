// Every word of the page, in both languages.
export const words = {
  kk: {
    title: '«Рухани жаңғыру» көмекшісі',
    online: 'Желіде', connecting: 'Қосылып жатыр…', offline: 'Байланыс жоқ',
    lost: 'Байланыс үзілді. Жазғаныңыз сақталады, қайта қосылып жатырмыз.', reconnect: 'Қазір қосылу',
    language: 'Тіл', dark: 'Күңгірт түске ауысу', light: 'Ашық түске ауысу',
    log: 'Әңгіме', newer: 'Жаңа хабарламалар',
    input: 'Хабарлама', placeholder: 'Сұрағыңызды жазыңыз',
    keys: 'Enter – жіберу, Shift + Enter – жаңа жол',
    send: 'Жіберу', attach: 'Файл тіркеу', remove: 'Алып тастау: {name}',
    tooLarge: 'Файл тым үлкен: {name}. Бәрі бірге {limit} МБ-тан аспауы керек.',
    wrongKind: 'Мұндай файл қабылданбайды: {name}. Сурет, құжат немесе аудио жіберіңіз.',
    tooMany: 'Бір хабарламаға 10 файлға дейін тіркеуге болады.',
    sending: 'Жіберіліп жатыр…', sent: 'Жіберілді', failed: 'Жіберілмеді', retry: 'Қайталау',
    refused: 'Бұл файл қабылданбады. Басқасын таңдап көріңіз.',
    progress: 'Жүктелуі', typing: 'Көмекші жауап дайындап жатыр',
    you: 'Сіз', bot: 'Көмекші', file: 'Файл', today: 'Бүгін', yesterday: 'Кеше',
    persona: 'Демо рөлі',
    personas: {
      citizen: 'Тұрғын', staff: 'Қызметкер', approver: 'Келісуші', organiser: 'Ұйымдастырушы', administrator: 'Әкімші',
    },
    months: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым',
      'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
    days: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'],
    units: ['Б', 'КБ', 'МБ'],
  },
  ru: {
    title: 'Помощник «Рухани жаңғыру»',
    online: 'На связи', connecting: 'Соединяемся…', offline: 'Нет связи',
    lost: 'Связь прервалась. Написанное сохранится, мы уже соединяемся снова.', reconnect: 'Соединить сейчас',
    language: 'Язык', dark: 'Включить тёмное оформление', light: 'Включить светлое оформление',
    log: 'Разговор', newer: 'Новые сообщения',
    input: 'Сообщение', placeholder: 'Напишите вопрос',
    keys: 'Enter – отправить, Shift + Enter – новая строка',
    send: 'Отправить', attach: 'Прикрепить файл', remove: 'Убрать: {name}',
    tooLarge: 'Файл слишком большой: {name}. Все вместе – не больше {limit} МБ.',
    wrongKind: 'Такие файлы не принимаются: {name}. Пришлите изображение, документ или аудио.',
    tooMany: 'К одному сообщению можно прикрепить до 10 файлов.',
    sending: 'Отправляется…', sent: 'Отправлено', failed: 'Не отправлено', retry: 'Повторить',
    refused: 'Этот файл не принят. Попробуйте выбрать другой.',
    progress: 'Загрузка', typing: 'Помощник готовит ответ',
    you: 'Вы', bot: 'Помощник', file: 'Файл', today: 'Сегодня', yesterday: 'Вчера',
    persona: 'Роль для демо',
    personas: {
      citizen: 'Житель', staff: 'Сотрудник', approver: 'Согласующий', organiser: 'Организатор',
      administrator: 'Администратор',
    },
    months: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня',
      'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
    days: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
    units: ['Б', 'КБ', 'МБ'],
  },
};

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

// «25 мамыр, дүйсенбі» / «25 мая, понедельник»; named days for the last two.
export function dayName(date, w, now = new Date()) {
  const day = d => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
  const back = Math.round((day(now) - day(date)) / 86400000);
  if (back === 0) return w.today;
  if (back === 1) return w.yesterday;
  const year = date.getFullYear() === now.getFullYear() ? '' : `\u00a0${date.getFullYear()}`;
  return `${date.getDate()}\u00a0${w.months[date.getMonth()]}${year}, ${w.days[date.getDay()]}`;
}

export function clock(date) {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

export function fileSize(bytes, w) {
  if (!(bytes >= 0)) return '';
  const unit = bytes < 1024 ? 0 : bytes < 1048576 ? 1 : 2;
  const value = bytes / 1024 ** unit;
  return `${unit === 2 ? value.toFixed(1).replace('.', ',') : Math.round(value)}\u00a0${w.units[unit]}`;
}
