namespace Ruhani.Bot.Logo.Reporting;

/// <summary>What became of a request, for the report; the text <c>report.fate-…</c>.</summary>
public enum RequestFate
{
    /// <summary>Permitted: in force, changed since, or over.</summary>
    Approved,

    /// <summary>Permitted, then taken away.</summary>
    Revoked,

    /// <summary>Refused by a person.</summary>
    Refused,

    /// <summary>Refused by the rule, and nobody asked a person.</summary>
    AutoRefused,

    /// <summary>Taken back by the requester.</summary>
    Withdrawn,

    /// <summary>The requester is to correct it.</summary>
    Returned,

    /// <summary>The office is to decide.</summary>
    Waiting,
}
