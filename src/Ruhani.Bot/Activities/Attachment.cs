namespace Ruhani.Bot.Activities;

/// <summary>
/// A file a person sent, as the channel describes it; its bytes are fetched only when a dialog wants them.
/// </summary>
/// <param name="Id">The channel's id or address of the file; short-lived on WhatsApp.</param>
/// <param name="Name">The original name, Kazakh letters kept.</param>
/// <param name="MediaType">The declared type; not to be trusted.</param>
/// <param name="Size">Bytes, when the channel says.</param>
public sealed record Attachment(string Id, string? Name = null, string? MediaType = null, long? Size = null);
