namespace Ruhani.Bot.Documents;

/// <summary>Makes QR codes, and reads them off the pictures people send.</summary>
public interface IQrCodes
{
    /// <summary>Bytes of a picture that is looked at.</summary>
    const long MaxPicture = 20 * 1024 * 1024;

    /// <summary>A code as a PNG, black on white with the quiet zone around it.</summary>
    /// <param name="payload">What it says: an address, a number; at most 500 characters.</param>
    /// <param name="pixels">About how wide it should be, 100 to 2000; modules stay whole pixels.</param>
    byte[] Write(string payload, int pixels = 600);

    /// <summary>
    /// Reads the codes in a photograph or a screenshot: turned, tilted, small, badly lit. Never throws for what the
    /// picture is; a picture that would unpack into more memory than is decent is not unpacked.
    /// </summary>
    Task<QrReading> ReadAsync(Stream picture, CancellationToken cancellationToken);
}
