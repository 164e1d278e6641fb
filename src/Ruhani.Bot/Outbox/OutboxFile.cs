using Ruhani.Bot.Storage;

namespace Ruhani.Bot.Outbox;

/// <summary>A file that goes out with a message; its bytes are read from the file store when it is sent.</summary>
/// <param name="File">Which, and what it is called.</param>
/// <param name="AsPicture">
/// True to show it in the chat (a chart, a code); false to hand it over as it is, to be opened and saved.
/// </param>
public sealed record OutboxFile(FileReference File, bool AsPicture = false);
