namespace Ruhani.Bot.Storage;

/// <summary>The kinds of documents there are; each is a collection or table of its own.</summary>
public enum DocumentKind
{
    /// <summary>The state of a conversation, by conversation key.</summary>
    Conversation,

    /// <summary>A person, by address.</summary>
    Person,

    /// <summary>A question the guide did not answer.</summary>
    Question,

    /// <summary>What a person thought of an answer.</summary>
    Feedback,

    /// <summary>A key the bot signs with, made at first start.</summary>
    Secret,

    /// <summary>
    /// One activity of a web chat conversation, so that a client that reconnects gets what it missed.
    /// </summary>
    WebChatActivity,

    /// <summary>
    /// Another id a network knows a person by, by <c>channel:id</c>; leads to the conversation the person has with us.
    /// </summary>
    Alias,

    /// <summary>That somebody needs a file, see <see cref="FileUses"/>; grouped by the file.</summary>
    FileUse,

    /// <summary>A turn to be run at a moment, which lists are ordered by.</summary>
    Timer,

    /// <summary>What a person thinks, for the office to read.</summary>
    Opinion,

    /// <summary>A request to use the logo, by number; grouped by region and state.</summary>
    LogoRequest,

    /// <summary>The last number given to a request of a region and year.</summary>
    LogoCounter,

    /// <summary>Leads from an office, a person or an event to a request.</summary>
    LogoIndex,

    /// <summary>A code that works once, by its hash.</summary>
    Code,

    /// <summary>An act that somebody may have to answer for; only ever added.</summary>
    Audit,

    /// <summary>The end of the audit's chain; one document.</summary>
    AuditHead,

    /// <summary>A message that is kept up to date; grouped by what it is about.</summary>
    Card,

    /// <summary>That an address said stop, by its keyed hash; never removed.</summary>
    Suppression,
}

/// <summary>A document as every store keeps it: JSON and a few scalars that are indexed.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Id">Unique within its kind, compared byte by byte; at most 200 characters.</param>
/// <param name="Version">1 when first written, one more each time.</param>
/// <param name="Json">The content; written by System.Text.Json with Cyrillic unescaped.</param>
/// <param name="Group">
/// What <see cref="DocumentQuery"/> selects by (a conversation, a state); at most 200 characters.
/// </param>
/// <param name="Sort">What lists are ordered by: a time in Unix milliseconds, or a running number.</param>
public sealed record StoredDocument(
    DocumentKind Kind, string Id, long Version, string Json, string? Group = null, long Sort = 0);

/// <summary>A page of one kind.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Group">Only this group; null for all.</param>
/// <param name="AfterSort">Only documents sorted after this; null from the beginning.</param>
/// <param name="Limit">At most this many, 1 to 1000.</param>
/// <param name="AfterId">
/// With <paramref name="AfterSort"/>: documents of that very sort follow too when their id is greater, so that a page
/// that ends between documents of one sort loses none.
/// </param>
public sealed record DocumentQuery(
    DocumentKind Kind, string? Group = null, long? AfterSort = null, int Limit = 100, string? AfterId = null)
{
    /// <summary>True when a document lies after the place the page begins at.</summary>
    public bool IsAfter(StoredDocument document) =>
        AfterSort is not { } sort || document.Sort > sort
        || (AfterId is not null && document.Sort == sort && string.CompareOrdinal(document.Id, AfterId) > 0);
}

/// <summary>One change to a document.</summary>
/// <param name="Document">
/// The new content, with the version it will have: one more than what was read, 1 for a new one.
/// The commit is a conflict unless the stored version is exactly one less.
/// </param>
/// <param name="Delete">True to remove the document instead; its version is then the one that was read.</param>
public sealed record DocumentWrite(StoredDocument Document, bool Delete = false);
