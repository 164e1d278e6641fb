using System.Diagnostics;

namespace Ruhani.Bot.Channels.Tests.WebChat.Support;

/// <summary>The unchanged npm clients, when they are installed; otherwise their tests are skipped, aloud.</summary>
internal static class NodeClients
{
    /// <summary>Where their <c>package.json</c> is.</summary>
    public static string Folder { get; } = Find();

    /// <summary>A file of an installed package.</summary>
    public static string File(params string[] parts)
    {
        var path = Path.Combine([Folder, "node_modules", .. parts]);
        Assert.SkipUnless(
            System.IO.File.Exists(path), "The npm clients are not there: run 'npm ci' in WebChat/node.");
        return path;
    }

    /// <summary>Runs a script beside <c>package.json</c>; what it printed.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.WorkingDirectory = Folder;
        start.ArgumentList.Add(script);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(
                folder.FullName, "tests", "Ruhani.Bot.Channels.Tests", "WebChat", "node");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return AppContext.BaseDirectory;
    }
}
