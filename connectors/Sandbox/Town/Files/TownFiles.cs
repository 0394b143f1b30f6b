using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

/// <summary>Writes a town as the files its systems would export, and the truth beside them.</summary>
public static class TownFiles
{
    private static readonly JsonWriterOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The name of a system's file.</summary>
    public static string Name(TownSystem system) =>
        system.ToString().ToLowerInvariant() + (system is TownSystem.Crm or TownSystem.Finance ? ".csv" : ".jsonl");

    /// <summary>Writes each chosen system's file, and <c>truth.csv</c> (system;key;part;person) if asked; the directory is made where it is missing.</summary>
    /// <param name="truth">Also write the truth; leave it out of folders a hub watches.</param>
    public static void Write(string directory, Town town, bool truth = true, CancellationToken cancellationToken = default)
    {
        _ = Directory.CreateDirectory(directory);
        using var answers = truth ? new StreamWriter(Path.Combine(directory, "truth.csv"), append: false, new UTF8Encoding(false)) : StreamWriter.Null;
        CsvLine.Write(answers, "system", "key", "part", "person");
        foreach (var system in town.Settings.Systems)
        {
            using var file = new FileStream(Path.Combine(directory, Name(system)), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
            foreach (var record in Write(file, town, system))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var said in record.People)
                {
                    CsvLine.Write(answers, system.ToString().ToLowerInvariant(), record.Key, said.Part, said.Person);
                }
            }
        }
    }

    private static IEnumerable<TownRecord> Write(Stream file, Town town, TownSystem system) => system switch
    {
        TownSystem.Crm => Csv(file, town.Records(system), CodePagesEncodingProvider.Instance.GetEncoding(1252)!, CrmFile.Header, CrmFile.Write),
        TownSystem.Finance => Csv(file, town.Records(system), Encoding.ASCII, FinanceFile.Header, FinanceFile.Write),
        TownSystem.Portail => Json(file, town.Records(system), PortailFile.Write),
        TownSystem.Ged => Json(file, town.Records(system), GedFile.Write),
        TownSystem.Signature => Json(file, town.Records(system), SignatureFile.Write),
        _ => Json(file, town.Records(system), FamilleFile.Write),
    };

    private static IEnumerable<TownRecord> Csv(Stream file, IEnumerable<TownRecord> records, Encoding encoding, Action<TextWriter> header, Action<TextWriter, TownRecord> write)
    {
        using var writer = new StreamWriter(file, encoding, 1 << 16);
        header(writer);
        foreach (var record in records)
        {
            write(writer, record);
            yield return record;
        }
    }

    private static IEnumerable<TownRecord> Json(Stream file, IEnumerable<TownRecord> records, Action<Utf8JsonWriter, TownRecord> write)
    {
        using var json = new Utf8JsonWriter(file, Lines);
        foreach (var record in records)
        {
            write(json, record);
            json.Flush();
            json.Reset();
            file.WriteByte((byte)'\n');
            yield return record;
        }
    }
}
