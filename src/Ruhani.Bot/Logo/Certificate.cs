namespace Ruhani.Bot.Logo;

/// <summary>A permit to be printed: in one language, or in both side by side.</summary>
/// <param name="Number">As it is written, <c>RZ-01-2027-00042-5</c>.</param>
/// <param name="IssuedAt">When it was issued; becomes the document's own date.</param>
/// <param name="Code">
/// What its code holds: see <see cref="VerificationLink"/>; the number where there is no link.
/// </param>
/// <param name="Sides">One side for each language, one or two, with the same facts in the same order.</param>
public sealed record Certificate(
    string Number, DateTimeOffset IssuedAt, string Code, IReadOnlyList<CertificateSide> Sides);

/// <summary>A permit's words in one language; all of them come from the texts.</summary>
/// <param name="Language">The language's code, <c>kk</c> or <c>ru</c>.</param>
/// <param name="Issuer">Who issues it: the programme, the office.</param>
/// <param name="Title">What it is.</param>
/// <param name="Facts">What it says: event, materials, dates, place, organiser, ground …</param>
/// <param name="ConditionsTitle">The words over the conditions.</param>
/// <param name="Conditions">What has to be kept.</param>
/// <param name="IssuedBy">Who decided and when.</param>
/// <param name="HowToVerify">How anybody can find out whether it is valid.</param>
public sealed record CertificateSide(
    string Language,
    string Issuer,
    string Title,
    IReadOnlyList<CertificateFact> Facts,
    string ConditionsTitle,
    IReadOnlyList<string> Conditions,
    string IssuedBy,
    string HowToVerify);

/// <summary>One fact of a permit.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it is here; may have several lines.</param>
public sealed record CertificateFact(string Label, string Value);
