namespace IntegrationHub.Host.Linkage;

/// <summary>Writes a file whole or not at all: what stood there stays until all of the new one is written.</summary>
public static class WholeFile
{
    private const string Unfinished = ".part";

    /// <param name="target">The file to be.</param>
    /// <param name="write">Writes it under the name it is given.</param>
    public static async Task WriteAsync(string target, Func<string, Task> write)
    {
        // A device or a pipe is no file that could be put in another's place.
        if (target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            await write(target);
            return;
        }

        // Through a link the file it leads to is replaced, and whoever could not read the old one cannot read the new.
        target = (File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName : null) ?? target;
        var part = target + Unfinished;
        try
        {
            await using (new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = Mode(target) }))
            {
            }

            await write(part);
            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static UnixFileMode? Mode(string target) => !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : null;
}
