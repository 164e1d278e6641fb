using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Testing.Logo;

namespace Ruhani.Bot.Host.Tests.Commands;

/// <summary>What an office takes out of the bot: whole, in its language, and never half a file.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly DateTimeOffset May = new(2027, 5, 3, 9, 0, 0, TimeSpan.FromHours(5));
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_has_the_headings_of_the_language_and_a_line_for_each_request()
    {
        await FillAsync();
        var (code, output, errors) = await ExportAsync("--lang", "ru");
        Assert.Equal((0, ""), (code, errors));
        var lines = output.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.StartsWith("Номер;Состояние;Регион;Подана;", lines[0], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("RZ-01-2027-00001-", StringComparison.Ordinal)
            && line.Contains(";Отправлена;Город Астана;03.05.2027 09:00;", StringComparison.Ordinal)
            && line.Contains("Форум национальных ценностей;25.05.2027;27.05.2027;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_telephone_in_csv_is_no_formula()
    {
        await FillAsync();
        var (_, output, _) = await ExportAsync();
        Assert.Contains(";'+77010000001;", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "--region", "02")]
    [InlineData(1, "--state", "auto-refused")]
    [InlineData(2, "--state", "submitted")]
    [InlineData(3, "--state", "submitted", "auto-refused")]
    [InlineData(2, "--to", "2027-05-03")]
    [InlineData(1, "--from", "2027-05-04")]
    [InlineData(0, "--from", "2027-06-01")]
    public async Task Json_holds_what_the_filters_take_with_codes_for_programs(int count, params string[] filters)
    {
        await FillAsync();
        var (code, output, errors) = await ExportAsync(["--format", "json", .. filters]);
        Assert.Equal((0, ""), (code, errors));
        var rows = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Contains(
            row.GetProperty("state").GetString(), (string?[])["submitted", "auto-refused"]));
        Assert.All(rows, row => Assert.Matches("^0[12]$", row.GetProperty("region").GetString()));
    }

    [Fact]
    public async Task Xlsx_goes_into_a_file_that_is_there_whole()
    {
        await FillAsync();
        var file = _folder.In("заявки.xlsx");
        var (code, output, errors) = await ExportAsync("--format", "xlsx", "--out", file);
        Assert.Equal((0, "", ""), (code, output, errors));
        using var archive = ZipFile.OpenRead(file);
        Assert.NotNull(archive.GetEntry("xl/worksheets/sheet1.xml"));
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public async Task Without_a_store_it_says_so_and_makes_none()
    {
        var (code, output, errors) = await ExportAsync();
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("There is no store", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("data")));
    }

    [Fact]
    public async Task A_store_in_use_is_told_in_one_line()
    {
        await FillAsync();
        await using var store = Open();
        var (code, _, errors) = await ExportAsync();
        Assert.Equal(1, code);
        Assert.Contains("is in use", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("guests")]
    [InlineData("requests", "--format", "pdf")]
    [InlineData("requests", "--from", "31.05.2027")]
    [InlineData("requests", "--from", "2027-05-31", "--to", "2027-05-01")]
    [InlineData("requests", "--state", "draft")]
    [InlineData("requests", "--region", "77")]
    public async Task A_misuse_ends_with_2(params string[] words)
    {
        await FillAsync();
        var (code, output, errors) = await HostProcess.RunAsync(_folder.Path, ["export", .. words]);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> ExportAsync(params string[] options) =>
        HostProcess.RunAsync(_folder.Path, ["export", "requests", .. options]);

    private LiteDbStore Open() => LiteDbStore.Open(
        new LiteDbOptions { Path = _folder.In("data", "ruhani.db") }, NullLogger<LiteDbStore>.Instance);

    private async Task FillAsync()
    {
        await using var store = Open();
        var desk = new LogoDesk(store, new LogoLifecycle(new LogoOptions()));
        await SubmitAsync(SampleRequests.Plan, 1, May);
        await SubmitAsync(SampleRequests.Plan, 2, May);
        await SubmitAsync(SampleRequests.None, 1, May.AddDays(2));

        async Task SubmitAsync(LogoFacts facts, int region, DateTimeOffset at)
        {
            var draft = LogoRequest.Draft("telegram:1", "kk", facts.Organiser, region, facts);
            var outcome = await desk.WriteAsync(
                token => desk.SubmitAsync(draft, LogoActor.Requester("telegram:1"), at, token), at, default);
            Assert.IsType<LogoOutcome.Done>(outcome);
        }
    }
}
