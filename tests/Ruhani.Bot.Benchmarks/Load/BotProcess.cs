using System.Diagnostics;
using System.Globalization;
using Ruhani.Bot.Testing.Telegram;

namespace Ruhani.Bot.Benchmarks.Load;

/// <summary>A bot running as a process of its own on an empty folder, which goes when it is disposed.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    public BotProcess(Func<string, ProcessStartInfo> start)
    {
        _folder = Directory.CreateTempSubdirectory("ruhani-load").FullName;
        var info = start(_folder);
        info.RedirectStandardOutput = true;
        _process = Process.Start(info) ?? throw new InvalidOperationException("The bot did not start.");
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The resident set, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most it has been so far.</summary>
    public long MostMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>What the resident set is made of, in megabytes, where the system tells.</summary>
    public string MemoryParts
    {
        get
        {
            var status = $"/proc/{_process.Id}/status";
            return !File.Exists(status) ? "" : string.Join(", ", File.ReadLines(status)
                .Where(line => line.StartsWith("Rss", StringComparison.Ordinal))
                .Select(line => line.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
                .Select(parts => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{parts[0][3..].ToLowerInvariant()} {long.Parse(parts[1], CultureInfo.InvariantCulture) / 977}")));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>How the two bots are started.</summary>
internal static class Bots
{
    public static string Root { get; } = FindRoot();

    public static BotProcess StartHost(TelegramServer server) => new(folder => Info(
        typeof(Host.Commands.CommandLine).Assembly.Location,
        "run",
        $"--Telegram:Token={server.Token}",
        $"--Telegram:ApiUrl={server.Url}",
        $"--Storage:LiteDb:Path={Path.Combine(folder, "ruhani.db")}",
        "--Limits:MessagesPerMinute=1000000",
        "--WebChat:Enabled=false",
        "--Urls=http://127.0.0.1:0"));

    public static BotProcess StartPeer(TelegramServer server) => new(folder => Info(
        typeof(Bots).Assembly.Location, "peer", server.Url, server.Token, Path.Combine(folder, "peer.db")));

    private static ProcessStartInfo Info(string assembly, params string[] args)
    {
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = Root };
        info.ArgumentList.Add("exec");
        info.ArgumentList.Add(assembly);
        foreach (var arg in args)
        {
            info.ArgumentList.Add(arg.ToString(CultureInfo.InvariantCulture));
        }

        return info;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ruhani.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run it from the repository.");
    }
}
