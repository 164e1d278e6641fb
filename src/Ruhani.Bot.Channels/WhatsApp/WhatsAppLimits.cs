namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// What the Cloud API takes, in characters unless said otherwise. Source: Meta's OpenAPI file and guides.
/// </summary>
internal static class WhatsAppLimits
{
    public const int Text = 4096;
    public const int InteractiveBody = 1024;

    /// <summary>Left free for asterisks: enough for 32 bold stretches under choices, 64 in a plain text.</summary>
    public const int MarkupReserve = 64;

    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ListRows = 10;
    public const int RowTitle = 24;
    public const int RowDescription = 72;

    /// <summary>A row's id; a button's may have 256, so the smaller one holds for both.</summary>
    public const int Token = 200;

    /// <summary>Bytes of what comes back in statuses.</summary>
    public const int CallbackData = 512;

    /// <summary>
    /// A template's body may have 1024 with its parameter filled in; this leaves 124 for the template's own words.
    /// </summary>
    public const int TemplateText = 900;

    /// <summary>A caption, markup and all.</summary>
    public const int Caption = 1024;

    /// <summary>Bytes of a document.</summary>
    public const long Document = 100L * 1024 * 1024;

    /// <summary>Bytes of a picture.</summary>
    public const long Picture = 5 * 1024 * 1024;

    /// <summary>Bytes of one webhook call.</summary>
    public const int WebhookBody = 3 * 1024 * 1024;

    /// <summary>How long after a person's last message we may write freely.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>How long an uploaded file can be sent by its id, with a day to spare.</summary>
    public static readonly TimeSpan Upload = TimeSpan.FromDays(29);

    /// <summary>Between two messages to the same person, when they come too fast.</summary>
    public static readonly TimeSpan PairRate = TimeSpan.FromSeconds(6);
}
