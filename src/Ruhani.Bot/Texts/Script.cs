namespace Ruhani.Bot.Texts;

/// <summary>The letters a person reads Kazakh in; Russian has only its own.</summary>
public enum Script
{
    /// <summary>As all content is written.</summary>
    Cyrillic,

    /// <summary>The Latin alphabet approved in April 2021; made of the Cyrillic when a reply is rendered.</summary>
    Latin,
}

/// <summary>Codes of scripts.</summary>
public static class Scripts
{
    /// <summary>The ISO 15924 code of Latin, lower case.</summary>
    public const string LatinCode = "latn";

    /// <summary>The BCP 47 tag of Kazakh in Latin.</summary>
    public const string KazakhLatinTag = "kk-Latn";

    /// <summary>The code that is kept: <c>latn</c>, or null for Cyrillic.</summary>
    public static string? Code(this Script script) => script == Script.Latin ? LatinCode : null;

    /// <summary>Reads what <see cref="Code"/> gave; anything else is Cyrillic.</summary>
    public static Script FromCode(string? code) => code == LatinCode ? Script.Latin : Script.Cyrillic;
}
