using System.Collections.Frozen;

namespace Ruhani.Bot.Channels.WhatsApp;

/// <summary>
/// What each error code means for the message it came for; the same for a direct answer and for a status
/// <c>failed</c>. Source: Meta's list of Cloud API error codes.
/// </summary>
internal static class WhatsAppErrors
{
    /// <summary>Outside the 24-hour window.</summary>
    public const int WindowClosed = 131047;

    private static readonly TimeSpan AccountPause = TimeSpan.FromMinutes(10);

    private static readonly FrozenDictionary<int, Rule> Rules = new Dictionary<int, Rule>
    {
        [0] = new(Action.Halt, "the access token is not valid"),
        [190] = new(Action.Halt, "the access token has expired"),
        [3] = new(Action.Halt, "the app lacks a capability or permission"),
        [10] = new(Action.Halt, "permission not granted or removed"),
        [33] = new(Action.Halt, "the phone number id is not known"),
        [131005] = new(Action.Halt, "access denied"),
        [131031] = new(Action.Halt, "the account is locked"),
        [368] = new(Action.Halt, "the account is blocked for a policy violation"),
        [131037] = new(Action.Halt, "the display name is not approved"),
        [131042] = new(Action.Halt, "payment"),
        [131044] = new(Action.Halt, "payment"),
        [131045] = new(Action.Halt, "the number is not registered"),
        [133010] = new(Action.Halt, "the number is not registered"),

        [4] = new(Action.RetryChannel, "the app's rate"),
        [80007] = new(Action.RetryChannel, "the account's rate"),
        [130429] = new(Action.RetryChannel, "the number's rate"),
        [131016] = new(Action.RetryChannel, "service unavailable"),
        [131057] = new(Action.RetryChannel, "the account is in maintenance"),
        [131048] = new(Action.RetryChannel, "limited for spam", AccountPause),
        [131064] = new(Action.RetryChannel, "limited for violations", AccountPause),

        [1] = new(Action.RetryConversation, "unknown error"),
        [2] = new(Action.RetryConversation, "service down"),
        [131000] = new(Action.RetryConversation, "internal error"),
        [131056] = new(Action.RetryConversation, "too fast for this person", WhatsAppLimits.PairRate),

        [131026] = new(Action.Unreachable, "undeliverable"),
        [131050] = new(Action.Unreachable, "opted out of marketing messages"),

        [WindowClosed] = new(Action.Hold, "outside the 24-hour window"),
        [132000] = new(Action.Hold, "template: number of parameters"),
        [132001] = new(Action.Hold, "template: not there in this language"),
        [132005] = new(Action.Hold, "template: text too long"),
        [132007] = new(Action.Hold, "template: against policy"),
        [132008] = new(Action.Hold, "template: parameter's value"),
        [132012] = new(Action.Hold, "template: parameter's format"),
        [132015] = new(Action.Hold, "template: paused"),
        [132016] = new(Action.Hold, "template: disabled"),

        [100] = new(Action.Reject, "invalid parameter"),
        [131008] = new(Action.Reject, "parameter missing"),
        [131009] = new(Action.Reject, "parameter's value"),
        [131021] = new(Action.Reject, "the recipient is ourselves"),
        [131030] = new(Action.Reject, "the recipient is not in the test list"),
        [131049] = new(Action.Reject, "marketing limit of this person"),
        [130472] = new(Action.Reject, "the person is in an experiment"),
        [131051] = new(Action.Reject, "message type"),
        [131052] = new(Action.Reject, "media download"),
        [131053] = new(Action.Reject, "media upload"),
        [131062] = new(Action.Reject, "needs a phone number"),
        [131063] = new(Action.Reject, "marketing templates are off"),
    }.ToFrozenDictionary();

    private enum Action
    {
        Halt,
        RetryChannel,
        RetryConversation,
        Unreachable,
        Hold,
        Reject,
    }

    /// <summary>What to do about an error.</summary>
    /// <param name="error">As the server gave it.</param>
    /// <param name="retryAfter">The server's own wait, if it named one.</param>
    public static DeliveryOutcome Outcome(WhatsAppError error, TimeSpan? retryAfter = null)
    {
        var rule = Find(error);
        var reason = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"WhatsApp {error.Code}: {rule.Words}");
        return rule.Action switch
        {
            Action.Halt => new DeliveryOutcome.Halted(reason),
            Action.RetryChannel => new DeliveryOutcome.Retry(retryAfter ?? rule.After, RetryScope.Channel, reason),
            Action.RetryConversation =>
                new DeliveryOutcome.Retry(retryAfter ?? rule.After, RetryScope.Conversation, reason),
            Action.Unreachable => new DeliveryOutcome.Unreachable(reason),
            Action.Hold => new DeliveryOutcome.Held(reason),
            _ => new DeliveryOutcome.Rejected(reason),
        };
    }

    /// <summary>
    /// True when the template itself is at fault, so that no other message should try it for a while.
    /// </summary>
    public static bool BlamesTemplate(int code) => code is >= 132000 and <= 132016 and not 132005;

    private static Rule Find(WhatsAppError error)
    {
        // Graph hides a wrong phone number id or a missing permission behind "invalid parameter", subcode 33.
        if (error is { Code: 100, Subcode: 33 })
        {
            return Rules[33];
        }

        if (Rules.TryGetValue(error.Code, out var rule))
        {
            return rule;
        }

        if (error.Code is >= 200 and <= 299)
        {
            return Rules[10];
        }

        return error.IsTransient
            ? new Rule(Action.RetryConversation, "transient")
            : new Rule(Action.Reject, "no rule for this code");
    }

    private sealed record Rule(Action Action, string Words, TimeSpan? After = null);
}

/// <summary>An error as Graph reports it, in an answer or in a status.</summary>
/// <param name="Code">The code that decides.</param>
/// <param name="Subcode">Graph's finer code, 0 when there is none.</param>
/// <param name="IsTransient">True when the server says or shows (5xx) that trying again may help.</param>
/// <param name="Trace">What Meta's support asks for.</param>
internal sealed record WhatsAppError(int Code, int Subcode = 0, bool IsTransient = false, string? Trace = null);
