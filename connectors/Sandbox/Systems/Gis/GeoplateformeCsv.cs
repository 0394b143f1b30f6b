using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>The geocoder's door for files: a CSV in, the same rows out, with what was found of each in columns added.</summary>
/// <param name="best">The best home for an address, a post code and a commune; null when nothing is like it.</param>
internal sealed class GeoplateformeCsv(Func<string, string?, string?, (Home Home, double Score)?> best)
{
    private static readonly string[] Added =
    [
        "longitude", "latitude", "result_score", "result_score_next", "result_label", "result_type", "result_id", "result_housenumber", "result_name", "result_street",
        "result_postcode", "result_city", "result_context", "result_citycode", "result_status",
    ];

    public async Task<IResult> AnswerAsync(HttpContext call)
    {
        var form = await call.Request.ReadFormAsync(call.RequestAborted);
        if (form.Files["data"] is not { } data)
        {
            return Results.Json(new { code = 400, message = "A CSV file must be provided in data field" }, statusCode: 400);
        }

        using var reader = new CsvReader(new StreamReader(data.OpenReadStream(), Encoding.UTF8), new CsvConfiguration(CultureInfo.InvariantCulture));
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new CsvWriter(text, CultureInfo.InvariantCulture);
        await reader.ReadAsync();
        reader.ReadHeader();
        Write(writer, [.. reader.HeaderRecord!, .. Added]);
        while (await reader.ReadAsync())
        {
            var address = string.Join(' ', form["columns"].Select(column => reader.GetField(column!)));
            var found = address.Trim().Length < 3 ? null : best(address, Filter(reader, form["postcode"]), Filter(reader, form["citycode"]));
            Write(writer, [.. reader.HeaderRecord!.Select(column => reader.GetField(column)), .. found is { } one ? Columns(one.Home, one.Score) : Added.Select(column => column == "result_status" ? "not-found" : "")]);
        }

        return Results.Text(text.ToString(), "text/csv", Encoding.UTF8);
    }

    private static string? Filter(CsvReader reader, string? column) => column is { Length: > 0 } && reader.GetField(column) is { Length: > 0 } value ? value : null;

    private static string[] Columns(Home home, double score)
    {
        var feature = GeoplateformeAddress.Of(home);
        return
        [
            Number(feature.Place.Longitude), Number(feature.Place.Latitude), Number(score), "", feature.Label, feature.Type, feature.Id, home.Number, feature.Name, home.Street,
            home.Commune.PostCode, home.Commune.Name, home.Commune.Department, home.Commune.Code, "ok",
        ];
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Write(CsvWriter writer, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(field);
        }

        writer.NextRecord();
    }
}
