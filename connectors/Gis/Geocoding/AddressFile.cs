using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>Addresses as the CSV file the geocoder takes and gives back with columns added. A row is known by its place: no id of a person leaves.</summary>
internal static class AddressFile
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public static byte[] Write(IReadOnlyList<AddressQuestion> questions)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        using (var csv = new CsvWriter(text, Form))
        {
            Row(csv, "n", "q", "postcode", "citycode");
            for (var place = 0; place < questions.Count; place++)
            {
                Row(csv, place.ToString(CultureInfo.InvariantCulture), questions[place].Text, questions[place].PostCode, questions[place].CityCode);
            }
        }

        return bytes.ToArray();
    }

    /// <returns>By the question's place; null where nothing was found.</returns>
    /// <exception cref="HttpFailureException">It is not the file that was sent.</exception>
    public static IReadOnlyList<GeocodingAnswer?> Read(HttpReply reply, int questions)
    {
        using var text = new StreamReader(new MemoryStream(reply.Body.ToArray()), Encoding.UTF8);
        using var csv = new CsvReader(text, Form);
        try
        {
            var answers = new Dictionary<int, GeocodingAnswer?>();
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                answers.Add(int.Parse(csv.GetField("n")!, NumberStyles.None, CultureInfo.InvariantCulture), Answer((IDictionary<string, object?>)csv.GetRecord<dynamic>()!));
            }

            return answers.Count == questions ? [.. Enumerable.Range(0, questions).Select(place => answers[place])] : throw Other();
        }
        catch (Exception error) when (error is CsvHelperException or FormatException or OverflowException or ArgumentException or KeyNotFoundException)
        {
            throw Other();
        }
    }

    private static HttpFailureException Other() => new(HttpReply.Malformed("file that was sent, with its columns added"));

    private static GeocodingAnswer? Answer(IDictionary<string, object?> row) => Number(row, "result_score") is { } score && Number(row, "longitude") is { } longitude && Number(row, "latitude") is { } latitude
        ? new GeocodingAnswer(name => row.TryGetValue("result_" + name, out var value) ? value?.ToString() : null, score, longitude, latitude) : null;

    private static double? Number(IDictionary<string, object?> row, string column) =>
        double.TryParse((row[column] as string), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Row(CsvWriter csv, params ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
