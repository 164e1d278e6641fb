using System.Text.Json.Serialization;

namespace Ruhani.Bot.Dialogs;

/// <summary>What a person may do in the office. Everyone is a citizen; the others are granted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Everyone.</summary>
    Citizen,

    /// <summary>Works in the project office.</summary>
    Staff,

    /// <summary>Plans events, announcements and invitations.</summary>
    Organiser,

    /// <summary>Decides on requests to use the logo, in a region.</summary>
    Approver,

    /// <summary>Looks after the knowledge.</summary>
    Editor,

    /// <summary>Answers questions for a person.</summary>
    Operator,

    /// <summary>Heads the office: what nobody decided comes here.</summary>
    Head,

    /// <summary>Grants roles.</summary>
    Administrator,

    /// <summary>Reads the audit.</summary>
    Auditor,
}
