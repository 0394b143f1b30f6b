using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>Forbidden numbers are looked for while a row is written; the outcome is that of looking through the finished body.</summary>
public sealed class Numbers_in_rows
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Text = Gen.Elements(
            Planted.Nir, Planted.Nir[..13], "2 84 05 88 321 025 32", Planted.Iban, "FR76 3000 6000 0112 3456 7890 189", "284052A32102552",
            "tél. ", " ", "é", "l'été à Œting", "\"", "\\", "\t", "a", "12", "-", "x/y<z>&", "0612345678", "marie@example.org", "\r\n")
        .ListOf().Select(pieces => string.Concat(pieces.Take(5)));

    private static readonly Gen<string[]> Row = Text.ArrayOf(4);

    public static TheoryData<TextEncoding, bool> Files => new()
    {
        { TextEncoding.Utf8, true },
        { TextEncoding.Utf8, false },
        { TextEncoding.Utf16, true },
        { TextEncoding.Utf16, false },
        { TextEncoding.Windows1252, true },
        { TextEncoding.Windows1252, false },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_row_reads_as_its_whole_body_looked_through_would(TextEncoding encoding, bool keyed) => Prop.ForAll(Row.ListOf().ToArbitrary(), rows =>
    {
        string[] columns = ["k", "nom", "note", "iban", "contact"];
        var table = rows.Index().Select(row => (string[])[$"k{row.Index}", .. row.Item]).ToList();
        var text = string.Concat(table.Prepend(columns).Select(row => string.Join(';', row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
        var bytes = encoding switch
        {
            TextEncoding.Utf16 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            TextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };

        var read = Csv.ReadAsync(bytes, settings => settings with { Encoding = encoding, Key = keyed ? ["k"] : [] }).Result;

        Assert.Null(read.Failure);
        Assert.Empty(read.Rejected);
        var expected = table.Select(row => Expected(columns, row)).ToList();
        Assert.Equal(expected, read.Records.Select(record => record.Body()));
        Assert.Equal(keyed ? table.Select(row => row[0]) : expected.Select(Hash), read.Records.Select(record => record.Key));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static string Expected(string[] columns, string[] row)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            foreach (var (column, field) in columns.Zip(row))
            {
                writer.WriteString(column, field);
            }

            writer.WriteEndObject();
        }

        Assert.True(ForbiddenFields.Default.TryRemove(buffer.ToArray(), out var cleaned));
        return Encoding.UTF8.GetString(cleaned.Span);
    }

    private static string Hash(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 16));
}
