using System.CommandLine;
using System.Diagnostics;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Benchmarks.Import;

/// <summary>A file of many gigabytes, read as a connection reads it: what it takes of memory beside the time.</summary>
internal static class ReadLarge
{
    private const int LineBytes = 1500;

    public static Command Command()
    {
        var gigabytes = new Option<double>("--gigabytes") { DefaultValueFactory = _ => 5, Description = "size of the file that is made, and removed at the end" };
        var command = new Command("read-large", "read a CSV file of some gigabytes page by page: time and peak memory") { gigabytes };
        command.SetAction((result, token) => RunAsync(result.GetValue(gigabytes), token));
        return command;
    }

    private static async Task RunAsync(double gigabytes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-large-");
        try
        {
            var path = Path.Combine(folder.FullName, "large.csv");
            var lines = (long)(gigabytes * (1L << 30) / LineBytes);
            await WriteAsync(path, lines, cancellationToken);
            var context = new ConnectionContext { Connection = "large", StateFolder = folder.FullName, Preview = true };
            var source = new CsvConnector().OpenSource(new CsvSettings { Path = path, Key = ["numero"] }, context);
            var (watch, read, rejected) = (Stopwatch.StartNew(), 0L, 0L);
            await foreach (var one in source.ReadAsync(after: null, cancellationToken))
            {
                if (one is SourceRead.Page(var page))
                {
                    read += page.Records.Count;
                    rejected += page.Rejected.Count;
                }
            }

            using var self = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant(
                $"{new FileInfo(path).Length / (double)(1 << 30):F2} GiB, {lines} rows: {read} read, {rejected} rejected in {watch.Elapsed.TotalSeconds:F0} s; peak of the process {self.PeakWorkingSet64 >> 20} MiB"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(string path, long lines, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        await writer.WriteLineAsync("numero;nom;prenom;ville;remarque");
        var remark = new string('x', LineBytes - 40);
        for (var line = 0L; line < lines; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(line);
            writer.Write(";Lefèvre;Élodie;Rennes;");
            writer.WriteLine(remark);
        }
    }
}
