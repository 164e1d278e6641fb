// A bot on telegraf: polls, answers with an inline keyboard, edits on a press, uploads a file.
import { Input, Markup, Telegraf } from "telegraf";

const [apiRoot, token] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.start((ctx) => ctx.replyWithHTML("<b>Сәлем</b>", Markup.inlineKeyboard([
  Markup.button.callback("Иә", "yes"),
  Markup.button.callback("Жоқ", "no"),
])));
bot.on("callback_query", async (ctx) => {
  await ctx.answerCbQuery();
  await ctx.editMessageText(`Таңдалды: ${ctx.callbackQuery.data}`);
});
bot.on("text", (ctx) => ctx.replyWithDocument(Input.fromBuffer(Buffer.from("мазмұны"), "есеп.txt")));
process.stdin.on("end", () => process.exit(0)).resume();
await bot.launch();
