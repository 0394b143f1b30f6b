using System.Text.Json;
using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Json;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>The first load of a copy: everybody the key covers, one JSON line each, and the cursor where the feed goes on.</summary>
public static class SnapshotDoors
{
    private const int FlushEvery = 200;

    public static void MapSnapshot(this IEndpointRouteBuilder api) => api.MapGet("/snapshot", ReadAsync).Does(Operation.ReadSnapshot).HasInventedPeople()
        .WithTags("Changes").WithName("readSnapshot")
        .WithSummary("JSON lines: first {\"cursor\"}, then one person a line as in events, last {\"end\":true}. Keep the first cursor, then read changes after it. A broken read goes on with 'after' = the last id it gave.")
        .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> ReadAsync(HttpContext context, CurrentReader current, string? after, CancellationToken cancellationToken)
    {
        GoldenId from = default;
        if (after is not null && !GoldenId.TryParse(after, out from))
        {
            return Problems.Invalid(nameof(after), "Pass the last id the snapshot gave, or leave it out to begin.");
        }

        var snapshot = new SnapshotReader(await current.RegistryAsync(cancellationToken));
        var reader = await current.OpenAsync(cancellationToken);
        var cursor = await snapshot.JoinAsync(cancellationToken);
        context.Response.ContentType = "application/x-ndjson";
        var output = context.Response.BodyWriter;
        using var json = RegistryJson.NewWriter(output);
        Line(json, () =>
        {
            json.WriteString("cursor", cursor.ToString());
            if (current.IsTest)
            {
                json.WriteBoolean("test", true);
            }
        });
        long people = 0;
        await foreach (var person in snapshot.ReadAsync(reader, after is null ? null : from, cancellationToken))
        {
            PersonJson.Write(json, person);
            End(json);
            if (++people % FlushEvery == 0)
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        Line(json, () =>
        {
            json.WriteBoolean("end", true);
            json.WriteNumber("people", people);
        });
        await output.FlushAsync(cancellationToken);
        return Results.Empty;

        void Line(Utf8JsonWriter writer, Action content)
        {
            writer.WriteStartObject();
            content();
            writer.WriteEndObject();
            End(writer);
        }

        void End(Utf8JsonWriter writer)
        {
            writer.Flush();
            output.GetSpan(1)[0] = (byte)'\n';
            output.Advance(1);
            writer.Reset(output);
        }
    }
}
