namespace Ruhani.Bot.Logo;

/// <summary>Prints permits.</summary>
public interface ICertificatePrinter
{
    /// <summary>
    /// The permit as a PDF of one A4 page, whose text can be searched and copied. Long texts make the letters smaller;
    /// what doesn't fit even so ends in «…».
    /// </summary>
    byte[] Print(Certificate certificate);
}
