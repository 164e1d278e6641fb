using Ruhani.Bot.PersonalData;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Testing.Turns;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Tests.PersonalData;

/// <summary>No kind of document is forgotten when a person asks what is kept about them.</summary>
public sealed class CoverageTests : IDisposable
{
    // Keys name nobody; what the networks keep is told by their own code.
    private static readonly DocumentKind[] Elsewhere =
        [DocumentKind.Secret, DocumentKind.Alias, DocumentKind.WebChatActivity];

    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public void Every_kind_of_document_is_covered_once()
    {
        var covered = _bot.Get<IEnumerable<IPersonalData>>().SelectMany(source => source.Covers).Concat(Elsewhere);
        Assert.Equal(Enum.GetValues<DocumentKind>().Order(), covered.Order());
    }

    [Fact]
    public void Every_kind_of_data_has_a_name_in_both_languages()
    {
        var texts = _bot.Content.Current.Texts;
        Assert.All(PersonalKinds.All, kind => Assert.All(
            Languages.All, language => Assert.NotEqual("", texts.Label(language, "mydata.kind-" + kind))));
    }
}
