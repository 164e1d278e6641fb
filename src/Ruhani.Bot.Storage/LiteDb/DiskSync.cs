using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ruhani.Bot.Storage.LiteDb;

/// <summary>
/// Makes a file's contents durable. .NET only offers <c>fsync</c>, which also waits for the file's time stamps to get
/// through the file system's own journal; <c>fdatasync</c> (POSIX) waits for the contents and the length alone, and
/// costs a fraction where a file is written over in place.
/// </summary>
internal static class DiskSync
{
    private const int Interrupted = 4;

    public static void Sync(FileStream file)
    {
        if (!OperatingSystem.IsLinux())
        {
            file.Flush(flushToDisk: true);
            return;
        }

        file.Flush();
        while (Native(file.SafeFileHandle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
            {
                throw new IOException("The disk did not take what was written.", new Win32Exception(error));
            }
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Native(SafeFileHandle file);
}
