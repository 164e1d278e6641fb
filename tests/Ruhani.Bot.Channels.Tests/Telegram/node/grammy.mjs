// A bot on grammY: polls, answers with an inline keyboard, edits on a press, uploads a file.
import { Bot, InlineKeyboard, InputFile } from "grammy";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
bot.command("start", (ctx) => ctx.reply("<b>Сәлем</b>", {
  parse_mode: "HTML",
  reply_markup: new InlineKeyboard().text("Иә", "yes").text("Жоқ", "no"),
}));
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(`Таңдалды: ${ctx.callbackQuery.data}`);
});
bot.on("message:text", (ctx) => ctx.replyWithDocument(new InputFile(Buffer.from("мазмұны"), "есеп.txt")));
process.stdin.on("end", () => process.exit(0)).resume();
await bot.start({ drop_pending_updates: false });
