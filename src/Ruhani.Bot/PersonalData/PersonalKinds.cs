namespace Ruhani.Bot.PersonalData;

/// <summary>The kinds of things that are kept about a person; each is named by the text <c>mydata.kind-…</c>.</summary>
public static class PersonalKinds
{
    /// <summary>An address, the language and letters there.</summary>
    public const string Address = "address";

    /// <summary>The consent that was given.</summary>
    public const string Consent = "consent";

    /// <summary>What news are wanted.</summary>
    public const string Subscription = "subscription";

    /// <summary>The place in the office.</summary>
    public const string Staff = "staff";

    /// <summary>What a conversation remembers.</summary>
    public const string Chat = "chat";

    /// <summary>A form that is being filled in, or was put aside.</summary>
    public const string Form = "form";

    /// <summary>A question that waits for an answer.</summary>
    public const string Question = "question";

    /// <summary>An opinion with a telephone.</summary>
    public const string Opinion = "opinion";

    /// <summary>A request to use the logo.</summary>
    public const string Request = "request";

    /// <summary>What was decided on somebody's request.</summary>
    public const string Decision = "decision";

    /// <summary>A file that was sent.</summary>
    public const string File = "file";

    /// <summary>A code that was made or used.</summary>
    public const string Code = "code";

    /// <summary>A message or a look that is due later.</summary>
    public const string Reminder = "reminder";

    /// <summary>A message that is kept up to date.</summary>
    public const string Card = "card";

    /// <summary>Messages that a web page shows again.</summary>
    public const string Message = "message";

    /// <summary>An entry of the audit.</summary>
    public const string Audit = "audit";

    /// <summary>All, in the order they are shown in.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Address, Consent, Subscription, Staff, Chat, Form, Question, Opinion, Request, Decision, File, Code, Reminder,
        Card, Message, Audit,
    ];
}
