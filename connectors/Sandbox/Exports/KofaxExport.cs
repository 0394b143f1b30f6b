using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>The town's letters as Kofax Capture's text index: a line an image, with batch class, name and value of each index field, and the image's path; everything quoted, no header.</summary>
internal static class KofaxExport
{
    public static void Write(string path, Town.Town town, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var number = 0x0019A27C;
        foreach (var record in town.Records(TownSystem.Ged).Where(IsLetter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var said = record.People.Count > 0 ? record.People[0] : null;
            writer.Write(Line(
                "Courrier entrant",
                "Nom", said?.LastName ?? "",
                "Prenom", said is null ? "" : string.Join(' ', said.GivenNames),
                "Adresse", said is null ? "" : Written.Line(said, record.Style),
                "CodePostal", said?.PostCode ?? "",
                "Ville", said?.City ?? "",
                "DateCourrier", Written.At(record.ChangedAt, "dd/MM/yyyy"),
                string.Create(CultureInfo.InvariantCulture, $@"D:\export\{number++:X8}.pdf")));
        }
    }

    // The document system holds orders, claims and bills too: GedFile names a sixth of them letters.
    private static bool IsLetter(TownRecord record) => (record.Style >> 20) % 6 == 0;

    private static string Line(params string[] tokens) => string.Join(',', tokens.Select(token => $"\"{token}\"")) + "\r\n";
}
