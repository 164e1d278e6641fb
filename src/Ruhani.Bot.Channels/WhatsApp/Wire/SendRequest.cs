namespace Ruhani.Bot.Channels.WhatsApp.Wire;

/// <summary>The body of <c>POST /{version}/{phone number id}/messages</c>.</summary>
internal sealed record SendRequest
{
    public string MessagingProduct { get; } = "whatsapp";

    public string RecipientType { get; } = "individual";

    /// <summary>A phone number; or else <see cref="Recipient"/>.</summary>
    public string? To { get; init; }

    /// <summary>A business-scoped user id.</summary>
    public string? Recipient { get; init; }

    public required string Type { get; init; }

    public TextBody? Text { get; init; }

    public Interactive? Interactive { get; init; }

    public Template? Template { get; init; }

    public Media? Document { get; init; }

    public Media? Image { get; init; }

    /// <summary>Comes back in every status of this message.</summary>
    public string? BizOpaqueCallbackData { get; init; }
}

internal sealed record TextBody(string Body, bool PreviewUrl);

internal sealed record Interactive(string Type, InteractiveText Body, InteractiveAction Action)
{
    public InteractiveHeader? Header { get; init; }
}

/// <summary>A file above a text with buttons.</summary>
internal sealed record InteractiveHeader(string Type)
{
    public Media? Document { get; init; }

    public Media? Image { get; init; }
}

/// <summary>A file that was uploaded before.</summary>
internal sealed record Media(string Id, string? Caption, string? Filename);

internal sealed record InteractiveText(string Text);

internal sealed record InteractiveAction
{
    public IReadOnlyList<ReplyButton>? Buttons { get; init; }

    /// <summary>The words on the control that opens the list.</summary>
    public string? Button { get; init; }

    public IReadOnlyList<ListSection>? Sections { get; init; }
}

internal sealed record ReplyButton(string Type, ReplyTitle Reply);

internal sealed record ReplyTitle(string Id, string Title);

internal sealed record ListSection(IReadOnlyList<ListRow> Rows);

internal sealed record ListRow(string Id, string Title, string? Description);

internal sealed record Template(
    string Name, TemplateLanguage Language, IReadOnlyList<TemplateComponent>? Components);

internal sealed record TemplateLanguage(string Code, string Policy);

internal sealed record TemplateComponent(string Type, IReadOnlyList<TemplateParameter> Parameters);

internal sealed record TemplateParameter(string Type, string Text);

/// <summary>
/// Marks a person's message read and shows that we are typing; typing ends by itself after about 25 s.
/// </summary>
internal sealed record ReadMark(string MessageId)
{
    public string MessagingProduct { get; } = "whatsapp";

    public string Status { get; } = "read";

    public TypingIndicator TypingIndicator { get; } = new("text");
}

internal sealed record TypingIndicator(string Type);
