namespace Ruhani.Bot.Logo;

/// <summary>What the logo is put on; the text <c>logo.material-…</c>.</summary>
public enum LogoMaterialKind
{
    /// <summary>A banner or billboard.</summary>
    Banner,

    /// <summary>A video.</summary>
    Clip,

    /// <summary>A post or a picture for social networks.</summary>
    Post,

    /// <summary>A souvenir.</summary>
    Souvenir,

    /// <summary>Anything printed: a programme, a booklet, a diploma.</summary>
    Print,

    /// <summary>The stage, the press wall.</summary>
    Stage,

    /// <summary>A page on the web.</summary>
    Site,

    /// <summary>Anything else; the note says what.</summary>
    Other,
}

/// <summary>A material of a request.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Note">Size, number, place, as the requester wrote it; null for nothing.</param>
public sealed record LogoMaterial(LogoMaterialKind Kind, string? Note = null);
