using System.Text.RegularExpressions;
using Ruhani.Bot.Testing;

namespace Ruhani.Bot.Host.Tests;

/// <summary>Rules of the source that no compiler checks.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 400;
    private const int MaxColumns = 120;

    [Fact]
    public void No_file_is_longer_than_400_lines() => Assert.DoesNotContain(
        Sources("src").Concat(Sources("tests")), file => File.ReadLines(file).Count() > MaxLines);

    [Fact]
    public void No_line_is_longer_than_120_columns() => Assert.Empty(Lines()
        .Where(line => line.Text.Length > MaxColumns).Select(line => $"{line.File}:{line.Number}"));

    [Fact]
    public void No_regions_no_promises_and_no_machine_s_paths() => Assert.Empty(Lines()
        .Where(line => Forbidden().IsMatch(line.Text) && Path.GetFileName(line.File) != "SourceTests.cs")
        .Select(line => $"{line.File}:{line.Number}: {line.Text.Trim()}"));

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.Path("Ruhani.Bot.sln"));
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories);
        Assert.DoesNotContain(projects, file => !solution.Contains(Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_version_is_exact()
    {
        var versions = Version().Matches(File.ReadAllText(Repository.Path("Directory.Packages.props")));
        Assert.NotEmpty(versions);
        Assert.All(versions, match => Assert.Matches(@"^\[[0-9.]+\]$", match.Groups[1].Value));
    }

    private static IEnumerable<(string File, int Number, string Text)> Lines() => Sources("src")
        .Concat(Sources("tests"))
        .SelectMany(file => File.ReadLines(file)
            .Select((text, i) => (Path.GetRelativePath(Repository.Root, file), i + 1, text)));

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Built().IsMatch(Path.GetRelativePath(Repository.Root, file)));

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex(@"#region|\bTODO\b|\bFIXME\b|NotImplementedException|""/(work|home|Users)/")]
    private static partial Regex Forbidden();

    [GeneratedRegex("PackageVersion Include=\"[^\"]+\" Version=\"([^\"]+)\"")]
    private static partial Regex Version();
}
