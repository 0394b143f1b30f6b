using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>Dynamics 365: the contact table of the Dataverse Web API 9.2, with change tracking, upsert by the alternate key <c>gru_goldenid</c>, Merge, $batch, duplicate detection and service protection.</summary>
public sealed class DataverseSandbox : SandboxSystem
{
    /// <summary>Below the server's address: any tenant is served.</summary>
    public const string TokenPath = "/sandbox-tenant/oauth2/v2.0/token";

    /// <summary>Requests in <see cref="Window"/> before 429.</summary>
    public int Requests { get; init; } = 6000;

    /// <summary>Requests at once before 429.</summary>
    public int AtOnce { get; init; } = 52;

    /// <summary>Execution time in <see cref="Window"/> before 429.</summary>
    public TimeSpan Execution { get; init; } = TimeSpan.FromSeconds(1200);

    /// <summary>Execution time that one operation counts for, alone or in a batch; nothing waits for it.</summary>
    public TimeSpan OperationCost { get; init; }

    /// <summary>What <c>x-ms-dop-hint</c> recommends.</summary>
    public int Parallelism { get; init; } = 4;

    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a delta token is taken.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(7);

    public override string Name => "dataverse";

    public override LocalText Title { get; } = new("Dynamics 365 (Dataverse), contacts", "Dynamics 365 (Dataverse), contacts");

    public override string BasePath => "/api/data/v9.2";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var columns = new DataverseColumns(context.PlantedNames);
        var store = new DataverseStore(context);
        DataverseTown.Fill(store, context);
        var contacts = new DataverseContacts(store, columns, new DataversePages(store, columns, context, TokenLife), context);
        var batch = new DataverseBatch(contacts);
        var protection = new DataverseLimits(context, this);
        var tokens = new SandboxTokens(context.Time);
        tokens.Map(routes, "/{tenant}/oauth2/v2.0/token");
        routes.Map("/api/data/v9.2/{**path}", async (HttpContext call, string? path) =>
        {
            if (!tokens.Accepts(call))
            {
                call.Response.Headers.WWWAuthenticate = $"Bearer authorization_uri={context.Address}sandbox-tenant/oauth2/authorize";
                call.Response.StatusCode = 401;
                return;
            }

            call.Response.Headers["OData-Version"] = "4.0";
            call.Response.Headers["x-ms-dop-hint"] = Parallelism.ToString(CultureInfo.InvariantCulture);
            var refused = protection.Enter(out var remaining);
            call.Response.Headers["x-ms-ratelimit-burst-remaining-xrm-requests"] = remaining;
            if (refused is not null)
            {
                await WriteAsync(call, refused);
                return;
            }

            (DataverseReply? Reply, string Type, byte[] Body) answer;
            try
            {
                answer = await AnswerAsync(call, path ?? "", contacts, batch, protection);
            }
            finally
            {
                // Before the answer leaves: who has it may ask again at once.
                protection.Leave();
            }

            if (answer.Reply is { } reply)
            {
                await WriteAsync(call, reply);
                return;
            }

            call.Response.ContentType = answer.Type;
            await call.Response.Body.WriteAsync(answer.Body, call.RequestAborted);
        });
    }

    private static async Task<(DataverseReply? Reply, string Type, byte[] Body)> AnswerAsync(HttpContext call, string path, DataverseContacts contacts, DataverseBatch batch, DataverseLimits protection)
    {
        if (path == "$batch")
        {
            return await batch.AnswerAsync(call, protection.Work);
        }

        protection.Work(1);
        return (contacts.Answer(await ReadAsync(call, path)), "", []);
    }

    private static async Task<DataverseCall> ReadAsync(HttpContext call, string path)
    {
        using var body = new MemoryStream();
        await call.Request.Body.CopyToAsync(body, call.RequestAborted);
        return new DataverseCall(call.Request.Method, path,
            call.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            call.Request.Headers.ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value.ToArray()), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }

    private static async Task WriteAsync(HttpContext call, DataverseReply reply)
    {
        call.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            call.Response.Headers[name] = value;
        }

        if (reply.Body is not null)
        {
            call.Response.ContentType = "application/json; odata.metadata=minimal";
            await call.Response.Body.WriteAsync(reply.Bytes, call.RequestAborted);
        }
    }
}
