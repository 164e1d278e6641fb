using Ruhani.Bot.Channels;
using Ruhani.Bot.Outbox;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Turns;

/// <summary>
/// Hop 6: makes messages of what the bot means to say, within what the channel can show. Choices are buttons where they
/// fit, else a pick list, else numbers in the text.
/// </summary>
public static class ReplyRenderer
{
    private const int CompactLabel = 16;
    private const int TinyLabel = 3;

    /// <summary>
    /// Renders one reply into one or more messages, the choices under the last. A file takes the whole text as its
    /// caption where that fits, else it goes ahead of the text.
    /// </summary>
    /// <param name="texts">The catalogue.</param>
    /// <param name="reply">What to say.</param>
    /// <param name="capabilities">What the channel can show.</param>
    /// <param name="envelope">Address, times and the like; text and choices are filled in here.</param>
    public static IEnumerable<OutboxMessage> Render(
        TextCatalog texts, Reply reply, ChannelCapabilities capabilities, OutboxMessage envelope)
    {
        var choices = Degrade(texts, reply, capabilities);
        var file = FileFor(reply, capabilities);
        var text = Compose(texts, reply, choices.Numbered, isFileLeftOut: reply.File is not null && file is null);
        var caption = file is null || choices.ListLabel is not null ? null : Caption(text, capabilities);
        List<string> pages = caption is not null ? [caption]
            : [.. file is null ? [] : (string[])[""], .. Pages(text, capabilities, choices.Rows.Count > 0)];
        for (var i = 0; i < pages.Count; i++)
        {
            var isLast = i == pages.Count - 1;
            yield return envelope with
            {
                Id = i == 0 ? envelope.Id : $"{envelope.Id}.{i}",
                Order = envelope.Order + i,
                Text = pages[i],
                MenuTag = i == 0 ? envelope.MenuTag : null,
                File = i == 0 ? file : null,
                Language = reply.Language.Code(),
                Buttons = isLast ? choices.Rows : [],
                ListLabel = isLast ? choices.ListLabel : null,
                Card = pages.Count == 1 && file is null ? envelope.Card : null,
                EditMessageId = pages.Count == 1 && reply.Replaces && file is null ? envelope.EditMessageId : null,
            };
        }
    }

    private static RichText Compose(TextCatalog texts, Reply reply, RichText? numbered, bool isFileLeftOut)
    {
        var text = texts.Render(reply.Language, reply.Key, reply.Arguments).In(reply.ShownScript);
        if (!isFileLeftOut && numbered is null)
        {
            return text;
        }

        var builder = new RichText.Builder().Add(text);
        if (isFileLeftOut)
        {
            var name = TextArguments.Of(("name", RichText.Verbatim(reply.File!.File.Name)));
            var leftOut = texts.Render(reply.Language, "common.file-left-out", name);
            builder.AddPlain("\n\n", bold: false).Add(leftOut.In(reply.ShownScript));
        }

        return (numbered is null ? builder : builder.AddPlain("\n\n", bold: false).Add(numbered)).Build();
    }

    /// <summary>The whole text as it stands under a file; null when it is too long for that.</summary>
    private static string? Caption(RichText text, ChannelCapabilities capabilities)
    {
        var caption = MarkupWriter.Write(text, capabilities.Markup);
        var length = capabilities.Markup == Markup.Html ? text.Length : caption.Length;
        return length <= capabilities.Files!.MaxCaption ? caption : null;
    }

    /// <summary>
    /// The file as the channel takes it; null when it takes none of its kind or size. A picture that is too large to
    /// be shown, or of a kind that clients don't show, still goes as a file.
    /// </summary>
    private static OutboxFile? FileFor(Reply reply, ChannelCapabilities capabilities)
    {
        if (reply.File is not { File: var content } file || capabilities.Files is not { } takes
            || content.Size > takes.MaxFile || takes.MediaTypes?.Contains(content.MediaType) == false)
        {
            return null;
        }

        var isPicture = content.MediaType is "image/jpeg" or "image/png";
        var canShow = isPicture && content.Size <= takes.MaxPicture;
        return isPicture && takes.ShowsEveryPicture
            ? canShow ? file with { AsPicture = true } : null
            : file with { AsPicture = file.AsPicture && canShow };
    }

    // Telegram counts what is shown; where the notation counts too, pages are cut shorter by what it takes.
    private static List<string> Pages(RichText text, ChannelCapabilities capabilities, bool hasChoices)
    {
        var max = capabilities.MaxText;
        var maxLast = hasChoices ? capabilities.MaxTextWithChoices : max;
        for (var spare = 0; ; spare++)
        {
            var pages = TextPager.Split(text, max - spare, maxLast - spare)
                .Select(page => MarkupWriter.Write(page, capabilities.Markup)).ToList();
            var over = Math.Max(pages.SkipLast(1).Select(page => page.Length - max).DefaultIfEmpty().Max(),
                pages[^1].Length - maxLast);
            if (over <= 0 || capabilities.Markup == Markup.Html || spare > maxLast / 2)
            {
                return pages;
            }

            spare += over;
        }
    }

    private static Presented Degrade(TextCatalog texts, Reply reply, ChannelCapabilities capabilities)
    {
        var choices = reply.ShownChoices;
        if (choices.Count == 0)
        {
            return new Presented([], null, null);
        }

        if (AreButtons(choices, capabilities))
        {
            return new Presented(
                Rows([.. choices.Select(choice => Button(choice, capabilities.MaxButtonLabel))]), null, null);
        }

        if (choices.Count <= capabilities.MaxListRows)
        {
            return new Presented(
                [.. choices.Select(choice => (IReadOnlyList<OutboxButton>)[Row(choice, capabilities)])],
                texts.Render(reply.Language, "common.choose").In(reply.ShownScript).ToString(),
                null);
        }

        var builder = new RichText.Builder();
        for (var i = 0; i < choices.Count; i++)
        {
            builder.AddPlain($"{(i == 0 ? "" : "\n")}{i + 1}. {choices[i].Label}", bold: false);
        }

        builder.AddPlain("\n\n", bold: false)
            .Add(texts.Render(reply.Language, "common.answer-by-number").In(reply.ShownScript));
        return new Presented([], null, builder.Build());
    }

    /// <summary>True when the channel shows these choices as a numbered list in the text.</summary>
    public static bool IsNumbered(IReadOnlyList<Choice> choices, ChannelCapabilities capabilities) =>
        choices.Count > capabilities.MaxListRows && !AreButtons(choices, capabilities);

    // Where there is no list to show long labels in full, a shortened button is still better than a number to type.
    private static bool AreButtons(IReadOnlyList<Choice> choices, ChannelCapabilities capabilities) =>
        choices.Count <= capabilities.MaxButtons
        && (capabilities.MaxListRows == 0 || choices.All(choice => choice.Label.Length <= capabilities.MaxButtonLabel));

    private static OutboxButton Button(Choice choice, int maxLabel) =>
        new(Shorten(choice.Label, maxLabel), choice.Token.Encode(), Address: choice.Address);

    private static OutboxButton Row(Choice choice, ChannelCapabilities capabilities)
    {
        if (choice.Label.Length <= capabilities.MaxRowLabel)
        {
            return Button(choice, capabilities.MaxRowLabel);
        }

        return new OutboxButton(
            Shorten(choice.Label, capabilities.MaxRowLabel),
            choice.Token.Encode(),
            Shorten(choice.Label, capabilities.MaxRowDescription));
    }

    private static string Shorten(string label, int max)
    {
        if (label.Length <= max)
        {
            return label;
        }

        var cut = label.LastIndexOf(' ', max - 1);
        cut = cut >= max / 2 ? cut : max - 1;
        cut = char.IsHighSurrogate(label[cut - 1]) ? cut - 1 : cut;
        return string.Concat(label.AsSpan(0, cut).TrimEnd(" –,.(«"), "…");
    }

    // Short labels share a row, so that a keyboard stays low: letters six a row, short words two.
    private static List<IReadOnlyList<OutboxButton>> Rows(IReadOnlyList<OutboxButton> buttons)
    {
        var rows = new List<IReadOnlyList<OutboxButton>>();
        var row = new List<OutboxButton>();
        foreach (var button in buttons)
        {
            if (row.Count > 0 && row.Count >= Math.Min(Share(button), row.Min(Share)))
            {
                rows.Add(row);
                row = [];
            }

            row.Add(button);
        }

        rows.Add(row);
        return rows;
    }

    private static int Share(OutboxButton button) =>
        button.Label.Length <= TinyLabel ? 6 : button.Label.Length <= CompactLabel ? 2 : 1;

    private sealed record Presented(
        IReadOnlyList<IReadOnlyList<OutboxButton>> Rows, string? ListLabel, RichText? Numbered);
}
