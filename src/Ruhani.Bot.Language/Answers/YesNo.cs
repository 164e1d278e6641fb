namespace Ruhani.Bot.Linguistics.Answers;

/// <summary>What an answer says to a question of yes or no.</summary>
public enum YesNo
{
    /// <summary>Neither clearly, both, or more than that was said.</summary>
    Unclear,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
