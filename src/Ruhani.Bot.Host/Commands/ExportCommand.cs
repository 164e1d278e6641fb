using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Ruhani.Bot.Documents;
using Ruhani.Bot.Host.Running;
using Ruhani.Bot.Logo;
using Ruhani.Bot.Logo.Reporting;
using Ruhani.Bot.Storage;
using Ruhani.Bot.Storage.LiteDb;
using Ruhani.Bot.Texts;

namespace Ruhani.Bot.Host.Commands;

/// <summary>
/// <c>ruhani export requests</c>: a table on standard output or in a file, written as it is read. A file is there whole
/// or not at all.
/// </summary>
internal static class ExportCommand
{
    private const string DayForm = "yyyy-MM-dd";

    private static readonly Dictionary<string, LogoState> States = Enum.GetValues<LogoState>()
        .Where(state => state != LogoState.Draft)
        .ToDictionary(state => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString()), StringComparer.Ordinal);

    public static Command Create(string[] settings)
    {
        var what = new Argument<string>("what") { Description = "What to export: requests." };
        what.AcceptOnlyFromAmong("requests");
        var format = new Option<string>("--format")
        {
            Description = "csv, json or xlsx.",
            DefaultValueFactory = _ => "csv",
        };
        format.AcceptOnlyFromAmong("csv", "json", "xlsx");
        var language = new Option<string>("--lang")
        {
            Description = "The language of headings and words: kk or ru.",
            DefaultValueFactory = _ => "kk",
        };
        language.AcceptOnlyFromAmong("kk", "ru");
        var from = new Option<DateOnly?>("--from")
        {
            Description = "Submitted on this day or later, 2027-05-01.",
            CustomParser = Day,
        };
        var to = new Option<DateOnly?>("--to")
        {
            Description = "Submitted on this day or earlier, 2027-05-31.",
            CustomParser = Day,
        };
        var states = new Option<string[]>("--state")
        {
            Description = "Standing in one of these states.",
            AllowMultipleArgumentsPerToken = true,
        };
        states.AcceptOnlyFromAmong([.. States.Keys]);
        var region = new Option<int?>("--region") { Description = "The region's two digits, 01." };
        var file = new Option<string?>("--out") { Description = "A file to write; standard output without it." };
        var command = new Command("export", "Writes what the bot keeps as a table; not while the host runs.")
        {
            what, format, language, from, to, states, region, file,
        };
        command.SetAction((parsed, token) => RunAsync(
            settings,
            parsed.GetValue(format)!,
            Languages.FromTag(parsed.GetValue(language))!.Value,
            new RequestFilter(
                parsed.GetValue(from),
                parsed.GetValue(to),
                [.. (parsed.GetValue(states) ?? []).Select(name => States[name])],
                parsed.GetValue(region)),
            parsed.GetValue(file),
            token));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] settings,
        string format,
        Language language,
        RequestFilter filter,
        string? path,
        CancellationToken token)
    {
        if (filter is { From: { } from, To: { } to } && to < from)
        {
            Console.Error.WriteLine("--to lies before --from.");
            return CommandLine.Misused;
        }

        var configuration = Settings.Read(settings);
        var content = ContentOnly.Create();
        var problems = ConfigurationCheck.Check(configuration)
            .Concat(content.Load().Select(problem => problem.ToString())).ToList();
        if (problems.Count > 0)
        {
            return Fail(string.Join('\n', problems));
        }

        var texts = content.Current.Texts;
        if (filter.Region is { } region && !Regions.Exists(texts, region))
        {
            Console.Error.WriteLine($"--region holds '{region}'; known are: " + string.Join(
                ", ", Regions.All(texts).Select(code => code.ToString("D2", CultureInfo.InvariantCulture))));
            return CommandLine.Misused;
        }

        var options = configuration.GetSection(LiteDbOptions.Section).Get<LiteDbOptions>() ?? new LiteDbOptions();
        if (!File.Exists(options.Path))
        {
            return Fail($"There is no store {Path.GetFullPath(options.Path)} to export from.");
        }

        await using var services = new ServiceCollection().AddLogging().AddDocuments().AddLiteDbStore(configuration)
            .BuildServiceProvider();
        try
        {
            var records = new LogoRecords(services.GetRequiredService<IStore>());
            var table = new RequestTable(texts, new DateWording(language, TimeProvider.System.GetUtcNow()));
            var writer = services.GetServices<ITableWriter>().First(one => one.Format == format);
            await WriteAsync(
                path,
                target => writer.WriteAsync(
                    target, table.Head, table.RowsAsync(records.AllAsync(token), filter, token), token));
            return CommandLine.Ok;
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message.ReplaceLineEndings(" "));
        }
    }

    private static async Task WriteAsync(string? path, Func<Stream, Task> write)
    {
        if (path is null)
        {
            await using var output = Console.OpenStandardOutput();
            await write(output);
            return;
        }

        var unfinished = path + ".part";
        try
        {
            await using (var file = File.Create(unfinished))
            {
                await write(file);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"'{text}' is no day such as 2027-05-31.");
        return null;
    }

    private static int Fail(string line)
    {
        Console.Error.WriteLine(line);
        return CommandLine.Failed;
    }
}
