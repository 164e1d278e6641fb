// A bot on node-telegram-bot-api: polls, answers with an inline keyboard, edits on a press, uploads a file.
import { Bot, InlineKeyboardBuilder, InputFile } from "node-telegram-bot-api";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { apiRoot });
bot.command("start", (ctx) => ctx.reply("<b>Сәлем</b>", {
  parse_mode: "HTML",
  reply_markup: new InlineKeyboardBuilder().text("Иә", "yes").text("Жоқ", "no").build(),
}));
bot.on("callback_query", async (ctx) => {
  await ctx.answerCallbackQuery();
  const { message, data } = ctx.callbackQuery;
  await bot.api.editMessageText({ chat_id: message.chat.id, message_id: message.message_id, text: `Таңдалды: ${data}` });
});
bot.on("message", (ctx) => bot.api.sendDocument({
  chat_id: ctx.message.chat.id,
  document: new InputFile(new TextEncoder().encode("мазмұны"), { filename: "есеп.txt" }),
}));
process.stdin.on("end", () => process.exit(0)).resume();
await bot.startPolling();
