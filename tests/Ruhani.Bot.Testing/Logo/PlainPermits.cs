using System.Text;
using Ruhani.Bot.Logo;

namespace Ruhani.Bot.Testing.Logo;

/// <summary>Prints permits as lines that a test can read.</summary>
public sealed class PlainPermits : ICertificatePrinter
{
    public byte[] Print(Certificate certificate)
    {
        var text = new StringBuilder("%PDF-1.7\n").AppendLine(certificate.Number).AppendLine(certificate.Code);
        foreach (var side in certificate.Sides)
        {
            text.Append('[').Append(side.Language).AppendLine("]").AppendLine(side.Issuer).AppendLine(side.Title);
            foreach (var fact in side.Facts)
            {
                text.Append(fact.Label).Append(": ").AppendLine(fact.Value);
            }

            text.AppendLine(side.ConditionsTitle).AppendJoin('\n', side.Conditions).AppendLine()
                .AppendLine(side.IssuedBy).AppendLine(side.HowToVerify);
        }

        return Encoding.UTF8.GetBytes(text.Append("%%EOF\n").ToString());
    }
}
