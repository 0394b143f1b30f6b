using System.Buffers.Binary;
using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>Which rows the run before gave, as 16 bytes each beside the checkpoint: what is read again by looking back and did not change is not given again.</summary>
/// <remarks>A run's file counts only once a checkpoint names that run as finished; on a resume it is cut to what the checkpoint had seen.</remarks>
internal sealed class SeenRows
{
    private const int Width = 16;
    private readonly HashSet<UInt128> before = [];
    private readonly string? path;

    public SeenRows(ConnectionContext context, SqlCheckpoint at)
    {
        Run = at.Run;
        if (context.Preview)
        {
            return;
        }

        Directory.CreateDirectory(context.StateFolder);
        path = Name(context.StateFolder, at.Run);
        if (at.Seen > 0 && File.Exists(Name(context.StateFolder, at.Seen)))
        {
            var bytes = File.ReadAllBytes(Name(context.StateFolder, at.Seen));
            for (var start = 0; start + Width <= bytes.Length; start += Width)
            {
                before.Add(BinaryPrimitives.ReadUInt128BigEndian(bytes.AsSpan(start)));
            }
        }

        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        file.SetLength(Math.Min(file.Length, at.Rows * Width));
    }

    public long Run { get; }

    public static UInt128 Of(string key, ReadOnlySpan<byte> body) => RowKey.Hash([.. System.Text.Encoding.UTF8.GetBytes(key), 0, .. body]);

    public bool Contains(UInt128 row) => before.Contains(row);

    /// <summary>Keeps a page's rows, on the disk before the page is given.</summary>
    public void Keep(IReadOnlyList<UInt128> rows)
    {
        if (path is null)
        {
            return;
        }

        var bytes = new byte[rows.Count * Width];
        for (var row = 0; row < rows.Count; row++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(row * Width), rows[row]);
        }

        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Deletes the files of earlier runs.</summary>
    public static void DropBefore(string folder, long run)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "seen-*") : [])
        {
            if (long.TryParse(Path.GetFileName(file)["seen-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var other) && other < run)
            {
                File.Delete(file);
            }
        }
    }

    private static string Name(string folder, long run) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"seen-{run}"));
}
