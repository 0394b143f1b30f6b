using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Mail;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.FixedWidth;
using IntegrationHub.Connectors.Files.JsonLines;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Xml;
using IntegrationHub.Connectors.Finance.Pes;
using IntegrationHub.Tests.Connectors.Files;
using IntegrationHub.Tests.Connectors.Finance;

namespace IntegrationHub.Tests.Connectors.Faults;

/// <summary>A file connector with a file of eight records whose names are accented, and how it is told to read a watched folder.</summary>
internal sealed record FileSubject(Connector Connector, string File, string Text, Func<TestFolder, FileSettings> Settings)
{
    public const string Name = "Lefèvre";

    private static readonly int[] Numbers = [1, 2, 3, 4, 5, 6, 7, 8];

    public static IReadOnlyList<FileSubject> All { get; } =
    [
        new(new CsvConnector(), "a.csv", "id;nom;ville\n" + Lines("{0};Lefèvre;Besançon\n"), folder => new CsvSettings { Path = folder.At("in"), Key = ["id"], PageSize = 2, SettleSeconds = 0 }),
        new(new JsonLinesConnector(), "a.jsonl", Lines("{{\"id\":\"{0}\",\"nom\":\"Lefèvre\"}}\n"), folder => new JsonLinesSettings { Path = folder.At("in"), Key = ["id"], PageSize = 2, SettleSeconds = 0 }),
        new(new XmlConnector(), "a.xml", "<e>" + Lines("<p id=\"{0}\"><nom>Lefèvre</nom></p>\n") + "</e>",
            folder => new XmlFileSettings { Path = folder.At("in"), Record = "p", Key = ["@id"], PageSize = 2, SettleSeconds = 0 }),
        new(new FixedWidthConnector(), "a.txt", Lines("{0}Lefèvre   21000\n"), folder => new FixedWidthSettings
        {
            Path = folder.At("in"), Layout = folder.Write("layout.yaml", "length: 16\nfields: { id: 1, nom: 2-11, cp: 12-16 }\n"), Key = ["id"], PageSize = 2, SettleSeconds = 0,
        }),
        new(new PesConnector(), "pes.xml", PesFile.Of([.. Numbers.Select(number => PesFile.Order(number, PesFile.Party($"{number}", "Lefèvre")))]),
            folder => new PesSettings { Path = folder.At("in"), PageSize = 2, SettleSeconds = 0 }),
        new(new MailConnector(), "a.mbox", Lines("From x\nFrom: Lefèvre <l{0}@example.org>\nDate: 5 Jan 2026 10:0{0}:00 +0100\nMessage-ID: <{0}@example.org>\n\nBonjour\n\n"),
            folder => new MailSettings { Path = folder.At("in"), PageSize = 2, SettleSeconds = 0 }),
    ];

    public byte[] Utf8 => Encoding.UTF8.GetBytes(Text);

    /// <summary>As most French exports are written; JSON is UTF-8 by its standard.</summary>
    public byte[] Other => File.EndsWith(".jsonl", StringComparison.Ordinal) ? Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text);

    private static string Lines(string pattern) => string.Concat(Numbers.Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, number)));
}
