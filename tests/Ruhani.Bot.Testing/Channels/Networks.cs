using Ruhani.Bot.Channels;

namespace Ruhani.Bot.Testing.Channels;

/// <summary>What the three networks can show, for tests that know no channel's code.</summary>
public static class Networks
{
    public static ChannelCapabilities Telegram { get; } = new()
    {
        Markup = Markup.Html,
        MaxText = 4096,
        MaxTextWithChoices = 4096,
        MaxButtons = 100,
        MaxButtonLabel = 64,
        MaxToken = 64,
        CanEdit = true,
        Files = new() { MaxCaption = 1024, MaxFile = 50L << 20, MaxPicture = 10 << 20 },
    };

    public static ChannelCapabilities WhatsApp { get; } = new()
    {
        Markup = Markup.Asterisks,
        MaxText = 4096,
        MaxTextWithChoices = 1024,
        MaxButtons = 3,
        MaxButtonLabel = 20,
        MaxListRows = 10,
        MaxRowLabel = 24,
        MaxRowDescription = 72,
        MaxToken = 200,
        ReplyWindow = TimeSpan.FromHours(24),
        ConfirmsDelivery = true,
        Files = new()
        {
            MaxCaption = 960,
            MaxFile = 100L << 20,
            MaxPicture = 5 << 20,
            ShowsEveryPicture = true,
            MediaTypes = new HashSet<string>
            {
                "application/pdf", "application/json", "image/png", "image/jpeg", "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            },
        },
    };

    public static ChannelCapabilities WebChat { get; } = new()
    {
        Markup = Markup.Markdown,
        MaxText = 8000,
        MaxTextWithChoices = 8000,
        MaxButtons = 40,
        MaxButtonLabel = 64,
        MaxToken = 500,
        Files = new() { MaxCaption = 8000, MaxFile = 100L << 20, MaxPicture = 100L << 20 },
    };
}
