using Microsoft.Data.Sqlite;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>
/// <c>peer</c>: what a good programmer writes in an hour with the same library. Polls, handles a batch side by side,
/// counts each chat's messages in SQLite (WAL, synchronous=FULL) and then replies with buttons.
/// </summary>
internal static class PeerCommand
{
    private const string Reply =
        "<b>Ұлттық код</b>\n\nБұл – жүктемені өлшеуге арналған жауап. Ұзындығы ботқа әдеттегі жауаппен шамалас болу " +
        "үшін бірнеше сөйлемнен тұрады: халықтың тілі, дүниетанымы, мәдениеті, дәстүрлері мен діні.\n\n" +
        "Дереккөз: глоссарий.";

    public static async Task<int> RunAsync(string[] args)
    {
        var (url, token, file) = (args[0], args[1], args[2]);
        var bot = new TelegramBotClient(new TelegramBotClientOptions(token, url));
        await using var database = new SqliteConnection($"Data Source={file}");
        await database.OpenAsync();
        Execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " +
            "CREATE TABLE counts(chat INTEGER PRIMARY KEY, n INTEGER NOT NULL)");
        await using var count = database.CreateCommand();
        count.CommandText = "INSERT INTO counts VALUES($chat, 1) ON CONFLICT(chat) DO UPDATE SET n = n + 1";
        var chat = count.Parameters.Add("$chat", SqliteType.Integer);
        var gate = new Lock();
        var keyboard = new InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton.WithCallbackData("Толығырақ", "more"),
                InlineKeyboardButton.WithCallbackData("Орысша", "ru"),
            ],
        ]);

        async Task HandleAsync(Update update)
        {
            lock (gate)
            {
                chat.Value = update.Message!.Chat.Id;
                count.ExecuteNonQuery();
            }

            await bot.SendMessage(update.Message.Chat.Id, Reply, ParseMode.Html, replyMarkup: keyboard);
        }

        int? offset = null;
        while (true)
        {
            var updates = await bot.GetUpdates(offset, limit: 100, timeout: 50, allowedUpdates: [UpdateType.Message]);
            await Task.WhenAll(updates.Select(update => Task.Run(() => HandleAsync(update))));
            offset = updates.Length > 0 ? updates[^1].Id + 1 : offset;
        }
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
