using System.Text;
using System.Text.Json;

namespace Ruhani.Bot.Testing.Telegram;

/// <summary>The keyboard of a message.</summary>
/// <param name="Keyboard">Rows of inline buttons.</param>
/// <param name="IsReply">True for a reply keyboard, its removal or a forced reply.</param>
internal sealed record TelegramMarkup(IReadOnlyList<IReadOnlyList<TelegramButton>> Keyboard, bool IsReply)
{
    private const int MaxButtons = 100;
    private const int MaxBytes = 10_000;
    private const int MaxData = 64;

    private static readonly TelegramMarkup _none = new([], IsReply: false);

    /// <summary>Reads reply_markup.</summary>
    /// <exception cref="TelegramRefusal">It isn't one Telegram takes.</exception>
    public static TelegramMarkup Read(TelegramArguments arguments)
    {
        if (arguments.Parse("reply_markup", "can't parse reply keyboard markup JSON object") is not { } json)
        {
            return _none;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw TelegramRefusal.BadRequest("object expected as reply markup");
        }

        if (!json.TryGetProperty("inline_keyboard", out var rows))
        {
            return new TelegramMarkup([], json.EnumerateObject().Any());
        }

        if (rows.ValueKind != JsonValueKind.Array
            || rows.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Array))
        {
            throw TelegramRefusal.BadRequest("field \"inline_keyboard\" must be of type Array of Arrays");
        }

        List<IReadOnlyList<TelegramButton>> keyboard =
            [.. rows.EnumerateArray().Select(row =>
                (IReadOnlyList<TelegramButton>)[.. row.EnumerateArray().Select(ReadButton)])];
        keyboard.RemoveAll(row => row.Count == 0);
        var buttons = keyboard.Sum(row => row.Count);
        return buttons > MaxButtons || Encoding.UTF8.GetByteCount(arguments.Text("reply_markup")!) > MaxBytes
            ? throw TelegramRefusal.BadRequest("reply markup is too long")
            : new TelegramMarkup(keyboard, IsReply: false);
    }

    private static TelegramButton ReadButton(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Bad("InlineKeyboardButton must be an Object");
        }

        if (!json.TryGetProperty("text", out var text))
        {
            throw Bad("Can't find field \"text\"");
        }

        if (text.ValueKind != JsonValueKind.String)
        {
            throw Bad("Field \"text\" must be of type String");
        }

        var label = text.GetString()!;
        if (string.IsNullOrWhiteSpace(label))
        {
            throw TelegramRefusal.BadRequest("BUTTON_TEXT_INVALID");
        }

        if (json.TryGetProperty("callback_data", out var data))
        {
            return data.ValueKind == JsonValueKind.String
                && Encoding.UTF8.GetByteCount(data.GetString()!) is > 0 and <= MaxData
                ? new TelegramButton(label, data.GetString(), Url: null)
                : throw TelegramRefusal.BadRequest("BUTTON_DATA_INVALID");
        }

        if (json.TryGetProperty("url", out var url))
        {
            return Uri.TryCreate(url.GetString(), UriKind.Absolute, out _)
                ? new TelegramButton(label, Data: null, url.GetString())
                : throw TelegramRefusal.BadRequest("BUTTON_URL_INVALID");
        }

        // web_app, login_url, copy_text, switch_inline_query, pay …: taken, and of no effect here.
        return json.EnumerateObject().Count() > 1
            ? new TelegramButton(label, Data: null, Url: null)
            : throw Bad("Text buttons are unallowed in the inline keyboard");
    }

    private static TelegramRefusal Bad(string what) =>
        TelegramRefusal.BadRequest("can't parse inline keyboard button: " + what);
}
