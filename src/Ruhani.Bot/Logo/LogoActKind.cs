namespace Ruhani.Bot.Logo;

/// <summary>What can be done to a request; the text <c>logo.act-…</c>.</summary>
public enum LogoActKind
{
    /// <summary>Sent in, for the first time or corrected.</summary>
    Submit,

    /// <summary>Refused by the rule; done by the bot right behind a submission without a ground.</summary>
    AutoRefuse,

    /// <summary>A person was asked to look at the rule's refusal.</summary>
    AskReview,

    /// <summary>The rule's refusal was accepted.</summary>
    Close,

    /// <summary>Taken back.</summary>
    Withdraw,

    /// <summary>The office was reminded.</summary>
    Remind,

    /// <summary>Taken in hand.</summary>
    Take,

    /// <summary>Handed to another approver.</summary>
    HandOn,

    /// <summary>Permitted.</summary>
    Approve,

    /// <summary>Returned for correction.</summary>
    Return,

    /// <summary>Refused.</summary>
    Refuse,

    /// <summary>The permit was changed.</summary>
    Amend,

    /// <summary>The permit was taken away.</summary>
    Revoke,

    /// <summary>The permit's days were over.</summary>
    Expire,
}
