using System.Diagnostics;
using System.Runtime.InteropServices;
using Ruhani.Bot.Host.Commands;

namespace Ruhani.Bot.Host.Tests;

/// <summary>The real host as a process of its own.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private const string ReadyLine = "Ruhani.Bot is ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process)
    {
        _process = process;
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Exited += (_, _) => _ready.TrySetException(
            new InvalidOperationException("The host ended before it was ready:\n" + Output));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Where it listens, once it is ready.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Starts a host and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(string folder, params string[] settings)
    {
        var host = new HostProcess(Process.Start(Info(folder, ["run", "--Urls=http://127.0.0.1:0", .. settings]))!);
        host.Url = await host._ready.Task.WaitAsync(Patience);
        return host;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder, string[] args, string? input = null)
    {
        using var process = Process.Start(Info(folder, args))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Kills it as a power cut would (SIGKILL).</summary>
    public async Task CrashAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks it to stop (SIGTERM) and waits; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Assert.Equal(0, Signal(_process.Id, 15));
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await CrashAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Info(string folder, string[] args)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.ArgumentList.Add("exec");
        info.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var arg in args)
        {
            info.ArgumentList.Add(arg);
        }

        return info;
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
        {
            _ready.TrySetResult(line[ReadyLine.Length..].TrimEnd('/'));
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
