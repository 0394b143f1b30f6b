namespace IntegrationHub.Host.Linkage;

/// <summary>Writes a file whole or not at all: what stood there stays until all of the new one is written.</summary>
public static class WholeFile
{
    private const string Unfinished = ".part";

    /// <param name="target">The file to be.</param>
    /// <param name="write">Writes it under the name it is given.</param>
    public static async Task WriteAsync(string target, Func<string, Task> write)
    {
        // Through a link the file it leads to is replaced, be it there yet or not.
        target = new FileInfo(target).LinkTarget is null ? target : File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;

        // A device or a pipe is no file that could be put in another's place.
        if (target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            await write(target);
            return;
        }

        var part = Begin(target);
        try
        {
            await write(part);
            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Makes the unfinished file, under a name that nobody's file has: whoever could not read the old one cannot read the new, and whoever could still can.</summary>
    private static string Begin(string target)
    {
        var part = target + Unfinished;
        for (var again = 2; Path.Exists(part); again++)
        {
            part = $"{target}.{again}{Unfinished}";
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
        {
            new FileStream(part, options).Dispose();
            return part;
        }

        var mode = File.GetUnixFileMode(target);
        options.UnixCreateMode = mode;
        new FileStream(part, options).Dispose();

        // The process's mask took rights away from a file that is only made.
        File.SetUnixFileMode(part, mode);
        return part;
    }
}
