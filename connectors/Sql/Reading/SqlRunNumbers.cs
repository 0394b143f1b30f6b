using System.Globalization;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>The number of the last finished run, beside the checkpoint: a connection read anew from the beginning goes on counting, so that no new version looks old.</summary>
/// <param name="folder">The connection's state folder.</param>
internal sealed class SqlRunNumbers(string folder)
{
    private string Name => Path.Combine(folder, "sql-runs");

    public long Next(long last) => Math.Max(last, Kept()) + 1;

    public void Keep(long run)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Name + ".tmp", run.ToString(CultureInfo.InvariantCulture));
        File.Move(Name + ".tmp", Name, overwrite: true);
    }

    private long Kept() => File.Exists(Name) && long.TryParse(File.ReadAllText(Name), NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : 0;
}
