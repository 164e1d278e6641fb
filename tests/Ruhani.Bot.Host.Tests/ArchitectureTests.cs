using Mono.Cecil;

namespace Ruhani.Bot.Host.Tests;

/// <summary>The house's walls: one table of what may know what, and the tests over it.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] NoInputOutput =
    [
        "Telegram.Bot", "LiteDB", "Npgsql", "Microsoft.AspNetCore", "System.Net.Http", "System.Net.Sockets",
        "SkiaSharp", "zxing",
    ];

    private static readonly string[] OfTheHost =
        ["Ruhani.Bot", "Ruhani.Bot.Channels", "Ruhani.Bot.Documents", "Ruhani.Bot.Storage"];

    // Assembly → the assemblies of ours it may know, and the ones of others it must not.
    private static readonly Dictionary<string, (string[] May, string[] MustNot)> Assemblies = new()
    {
        ["Ruhani.Bot.Language"] = ([], [.. NoInputOutput, "YamlDotNet", "Stateless", "Microsoft.Extensions"]),
        ["Ruhani.Bot"] = (["Ruhani.Bot.Language"], NoInputOutput),
        ["Ruhani.Bot.Channels"] = (["Ruhani.Bot"], ["LiteDB", "Npgsql", "Stateless", "YamlDotNet"]),
        ["Ruhani.Bot.Storage"] =
            (["Ruhani.Bot"], ["Telegram.Bot", "Microsoft.AspNetCore", "Stateless", "YamlDotNet"]),
        ["Ruhani.Bot.Documents"] =
            (["Ruhani.Bot"], ["LiteDB", "Telegram.Bot", "Microsoft.AspNetCore", "Stateless", "YamlDotNet"]),
        ["ruhani"] = (OfTheHost, ["LiteDB", "Npgsql", "Telegram.Bot", "Stateless", "SkiaSharp", "zxing"]),
    };

    // Folder of Ruhani.Bot → the folders it may know; "" is the root (metrics).
    private static readonly Dictionary<string, string[]> Folders = new(StringComparer.Ordinal)
    {
        ["Activities"] = [],
        ["Texts"] = [],
        ["Outbox"] = ["", "Activities", "Channels", "Storage", "Turns"],
        ["Channels"] = ["Activities", "Outbox"],
        ["Storage"] = ["Activities", "Outbox"],

        // From a channel into the store; what a form is answered with, too.
        ["Files"] = ["Activities", "Channels", "Dialogs.Slots", "Storage", "Texts"],

        // Reads every kind of file and puts the snapshot of a turn together; knows the shapes it fills, and buttons'
        // length.
        ["Content"] = ["Dialogs", "Dialogs.Loading", "Knowledge", "Office", "Texts", "Turns"],

        // The calendar itself knows nothing; its reminder looks at the one in force.
        ["Office"] = ["Content", "Texts"],

        // A verb gets the turn; a loader the file.
        ["Dialogs"] = ["Content", "Dialogs.Forms", "Dialogs.Loading", "Dialogs.Slots", "Texts", "Turns"],
        ["Dialogs.Loading"] = ["Content", "Dialogs", "Dialogs.Forms", "Dialogs.Slots", "Texts", "Turns"],

        // Asks the questions of a form and reads the answers.
        ["Dialogs.Forms"] = ["", "Activities", "Content", "Dialogs", "Dialogs.Slots", "Texts", "Turns"],
        ["Dialogs.Slots"] = ["Activities", "Content", "Dialogs", "Texts", "Turns"],

        // A moment becomes a turn.
        // Who works here and may do what; its lists of regions are those of the logo's numbers.
        ["Staff"] =
        [
            "", "Activities", "Content", "Dialogs", "Dialogs.Slots", "Logo", "PersonalData", "Storage", "Texts",
            "Timers", "Turns",
        ],
        ["Timers"] = ["Activities", "Channels", "Storage", "Turns"],

        // The shapes of what is drawn and written; who draws is another assembly.
        ["Documents"] = [],

        // A feature: its verbs work on the turn, its records go to the store with it.
        ["Knowledge"] =
        [
            "", "Activities", "Content", "Dialogs", "Knowledge.Search", "People", "PersonalData", "Storage", "Texts",
            "Turns",
        ],
        ["Knowledge.Search"] = ["Knowledge", "Texts", "Dialogs", ""],

        // The lifecycle of requests knows time, store and tables; how they are said and who hears of them, the turn.
        ["Logo"] =
        [
            "Activities", "Content", "Dialogs", "Dialogs.Slots", "Documents", "Files", "Logo.Permits", "Office",
            "Outbox", "PersonalData", "Staff", "Storage", "Texts", "Timers", "Turns",
        ],

        // The document of an approved request, its code and its end.
        ["Logo.Permits"] =
        [
            "Activities", "Channels", "Content", "Dialogs", "Documents", "Files", "Logo", "Logo.Requesting", "Office",
            "People", "Staff", "Storage", "Texts", "Timers", "Turns",
        ],

        // Requests as tables and as figures.
        ["Logo.Reporting"] =
        [
            "Content", "Dialogs", "Dialogs.Slots", "Documents", "Files", "Logo", "Office", "People", "Staff", "Storage",
            "Texts", "Turns",
        ],

        // What the requester sees.
        ["Logo.Requesting"] =
        [
            "Activities", "Content", "Dialogs", "Dialogs.Forms", "Dialogs.Slots", "Logo", "Logo.Permits", "Office",
            "Staff", "Storage", "Texts", "Turns",
        ],

        // What the office does with requests, and what people hear of them.
        ["Logo.Reviewing"] =
        [
            "Activities", "Channels", "Content", "Dialogs", "Dialogs.Slots", "Knowledge", "Logo", "Logo.Permits",
            "Logo.Reporting", "Logo.Requesting", "Office", "People", "Staff", "Storage", "Texts", "Timers", "Turns",
        ],
        ["People"] =
        [
            "Activities", "Content", "Dialogs", "Dialogs.Forms", "Dialogs.Slots", "Knowledge", "Logo", "Office",
            "PersonalData", "Staff", "Storage", "Texts", "Timers", "Turns",
        ],

        // Everything that is kept about one person: each feature tells of its own; here it is shown and deleted.
        ["PersonalData"] =
        [
            "Activities", "Content", "Dialogs", "Dialogs.Forms", "Dialogs.Slots", "Files", "Knowledge", "Logo",
            "Outbox", "People", "Staff", "Storage", "Texts", "Timers", "Turns",
        ],

        // One turn from hop 3 to hop 7 meets everything.
        ["Turns"] =
        [
            "", "Activities", "Channels", "Content", "Dialogs", "Dialogs.Forms", "Dialogs.Slots", "Knowledge", "Logo",
            "Outbox", "People", "PersonalData", "Staff", "Storage", "Texts", "Timers",
        ],
    };

    public static TheoryData<string> AssemblyNames => [.. Assemblies.Keys];

    public static TheoryData<string> FolderNames => [.. Folders.Keys];

    [Theory]
    [MemberData(nameof(AssemblyNames))]
    public void An_assembly_knows_only_what_the_table_allows(string name)
    {
        var (may, mustNot) = Assemblies[name];
        using var assembly = Read(name);
        var known = assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).ToList();
        Assert.Empty(known.Where(other => Assemblies.ContainsKey(other) || IsOurs(other)).Except(may));
        Assert.DoesNotContain(known, other => mustNot.Any(not => IsOrBegins(other, not)));
    }

    [Theory]
    [MemberData(nameof(FolderNames))]
    public void A_folder_knows_only_what_the_table_allows(string folder)
    {
        using var assembly = Read("Ruhani.Bot");
        var broken = assembly.MainModule.Types.Where(type => Folder(type) == folder)
            .SelectMany(type => References.Of(type).Select(other => (type, other)))
            .Where(pair => Folder(pair.other) is { } other && other != folder && !Folders[folder].Contains(other))
            .Select(pair => $"{pair.type.FullName} → {pair.other.FullName}").Distinct().Order(StringComparer.Ordinal);
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_folder_stands_in_the_table()
    {
        using var assembly = Read("Ruhani.Bot");
        var folders = assembly.MainModule.Types.Select(Folder).OfType<string>().Where(folder => folder.Length > 0);
        Assert.Empty(folders.Distinct().Except(Folders.Keys));
    }

    [Fact]
    public void No_state_machine_shows_in_a_public_signature()
    {
        using var assembly = Read("Ruhani.Bot");
        var shown = assembly.MainModule.GetTypes().Where(type => type.IsPublic || type.IsNestedPublic)
            .SelectMany(type => References.OfPublicSignatures(type).Select(other => (type, other)))
            .Where(pair => pair.other.Namespace.StartsWith("Stateless", StringComparison.Ordinal))
            .Select(pair => $"{pair.type.FullName} shows {pair.other.FullName}");
        Assert.Empty(shown);
    }

    [Fact]
    public void The_checks_would_notice()
    {
        using var assembly = Read("Ruhani.Bot");
        var machine = assembly.MainModule.GetType("Ruhani.Bot.Dialogs.Stepper");
        Assert.Contains(References.Of(machine), other => other.Namespace == "Stateless");
        var runner = assembly.MainModule.GetType("Ruhani.Bot.Turns.TurnRunner");
        Assert.Contains(References.Of(runner), other => other.FullName == "Ruhani.Bot.Storage.IStore");
        Assert.Contains(References.OfPublicSignatures(runner), other => other.FullName == "Ruhani.Bot.Storage.IStore");
    }

    private static AssemblyDefinition Read(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    private static bool IsOurs(string assembly) => assembly.StartsWith("Ruhani.", StringComparison.Ordinal);

    private static bool IsOrBegins(string name, string prefix) =>
        name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal);

    private static string? Folder(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Scope.Name is "Ruhani.Bot" or "Ruhani.Bot.dll" && IsOrBegins(type.Namespace, "Ruhani.Bot")
            ? type.Namespace["Ruhani.Bot".Length..].TrimStart('.')
            : null;
    }
}
