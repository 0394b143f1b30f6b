using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

namespace IntegrationHub.Tests.Systems.Dataverse;

/// <summary>The fake and a signed-in client, for tests of the fake itself.</summary>
internal sealed class DataverseRig : IAsyncDisposable
{
    private DataverseRig(SandboxServer server, HttpClient client) => (Server, Client) = (server, client);

    public SandboxServer Server { get; }

    public HttpClient Client { get; }

    public static async Task<DataverseRig> StartAsync(DataverseSandbox? system = null, TimeProvider? time = null)
    {
        var server = await SandboxServer.StartAsync(system ?? new DataverseSandbox(), new SandboxOptions { Time = time ?? TimeProvider.System });
        var rig = new DataverseRig(server, new HttpClient { BaseAddress = server.Address });
        await rig.SignInAsync();
        return rig;
    }

    public async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "hub"), new("client_secret", SandboxContext.Secret)]);
        using var answer = await Client.PostAsync(new Uri(Server.Address, DataverseSandbox.TokenPath), form);
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.ToString();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task<(int Status, JsonObject Body, HttpResponseHeaders Headers)> SendAsync(string method, string address, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), answer.Headers);
    }

    public async Task<(int Status, string Code)> RefusedAsync(string method, string address, string? json = null, params (string Name, string Value)[] headers)
    {
        var (status, body, _) = await SendAsync(method, address, json, headers);
        return (status, body["error"]?["code"]?.ToString() ?? "");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
