namespace Ruhani.Bot.Linguistics;

/// <summary>The two languages this library knows.</summary>
public enum Tongue
{
    /// <summary>Kazakh.</summary>
    Kazakh,

    /// <summary>Russian.</summary>
    Russian,
}
