using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Inbox;

/// <summary>One file, left where it is; or a watched folder, whose files go through <c>processing/</c> to <c>done/</c> or <c>error/</c>.</summary>
internal sealed class FileInbox(FileSettings settings, TimeProvider time)
{
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload", ".lock"];

    public bool IsFolder => Directory.Exists(settings.Path);

    private string Processing => Path.Combine(settings.Path, "processing");

    /// <summary>Files to take, in order: one begun earlier, those in <c>processing/</c>, then those that arrived, by name. A file still being written waits.</summary>
    /// <param name="begun">Name of a file whose reading was interrupted; null for none.</param>
    public IReadOnlyList<string> Waiting(string? begun)
    {
        if (!IsFolder)
        {
            return File.Exists(settings.Path) ? [settings.Path] : [];
        }

        var claimed = List(Processing);
        var names = claimed.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var arrived = List(settings.Path).Where(path => IsFinished(path) && !names.Contains(Path.GetFileName(path)));
        return [.. claimed.OrderByDescending(path => Path.GetFileName(path) == begun), .. arrived];
    }

    /// <summary>A file listed a while ago is still there, and nobody writes it.</summary>
    public bool IsReady(string path) => File.Exists(path) && (!IsFolder || Path.GetDirectoryName(path) == Processing || IsFinished(path));

    /// <summary>Moves an arrived file to <c>processing/</c>.</summary>
    /// <returns>Where it stands now.</returns>
    public string Claim(string path)
    {
        if (!IsFolder || Path.GetDirectoryName(path) == Processing)
        {
            return path;
        }

        Directory.CreateDirectory(Processing);
        var target = Path.Combine(Processing, Path.GetFileName(path));
        File.Move(path, target);
        return target;
    }

    /// <summary>Moves a file that was taken to <c>done/</c>. Nothing happens when it is there already.</summary>
    public void Finish(string name) => Move(name, "done");

    /// <summary>Moves a file that could not be taken to <c>error/</c>, with the reason beside it.</summary>
    public void Park(string name, Failure reason)
    {
        if (Move(name, "error") is { } target)
        {
            File.WriteAllText(target + ".reason.txt", $"{reason.Code}{Environment.NewLine}{reason.Detail}{Environment.NewLine}");
        }
    }

    /// <summary>Makes the folders, which shows whether the hub may write there.</summary>
    public void Prepare()
    {
        foreach (var folder in new[] { "processing", "done", "error" })
        {
            Directory.CreateDirectory(Path.Combine(settings.Path, folder));
        }
    }

    private string? Move(string name, string folder)
    {
        var source = Path.Combine(Processing, name);
        if (!IsFolder || !File.Exists(source))
        {
            return null;
        }

        Directory.CreateDirectory(Path.Combine(settings.Path, folder));
        var target = Path.Combine(settings.Path, folder, name);
        for (var number = 2; File.Exists(target); number++)
        {
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}.{number}{Path.GetExtension(name)}");
            target = Path.Combine(settings.Path, folder, numbered);
        }

        File.Move(source, target);
        return target;
    }

    private List<string> List(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, settings.Pattern).OrderBy(Path.GetFileName, StringComparer.Ordinal)]
        : [];

    private bool IsFinished(string path)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith('.') || name.EndsWith('~') || Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        // A clock of the writer's machine that runs ahead must not hold a file for ever: distance counts, not age.
        var quiet = (time.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(path)).Duration();
        return quiet >= TimeSpan.FromSeconds(settings.SettleSeconds) && !IsHeld(path);
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return false;
        }
        catch (IOException)
        {
            return true; // whoever writes it still holds it, or it was just taken away
        }
    }
}
