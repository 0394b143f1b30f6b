using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;

namespace IntegrationHub.Host.Demo;

/// <summary>The demo's connection documents: those that ship, and its own, with this start's addresses filled in.</summary>
internal static partial class DemoDocuments
{
    /// <param name="source">The connection.</param>
    /// <param name="node">Whose controller and folders.</param>
    /// <param name="folder">Where the town's files are.</param>
    /// <param name="address">Where the system answers; null for a file.</param>
    /// <param name="secret">File of the password every fake takes.</param>
    public static string Of(DemoSource source, HubNode node, string folder, Uri? address, string secret)
    {
        var controller = Quoted(node.Settings.Controller());
        var text = source.Shipped is { } shipped ? At(Read($"systems/{shipped}.yaml"), source, controller) : Read($"demo/{source.Name}.yaml");
        return Place().Replace(text, place => (place.Groups["what"].Value, place.Groups["of"].Value) switch
        {
            ("controller", _) => controller,
            ("address", "") => address!.AbsoluteUri,
            ("address", var path) => Quoted(new Uri(address!, path).AbsoluteUri),
            ("user", _) => SandboxContext.User,
            ("secret", "") => Quoted("file:" + secret),
            ("secret", var file) => Quoted("file:" + Path.Combine(folder, file)),
            ("database", var file) => Quoted("Data Source=" + Path.Combine(folder, file)),
            (_, var file) => Quoted(Path.Combine(folder, file)),
        });
    }

    // What every reader of a shipped document is told to replace; the fakes need no rate, and the demo reads once.
    private static string At(string shipped, DemoSource source, string controller) => string.Join('\n', shipped.Split('\n').Select(line => line switch
    {
        _ when line.StartsWith("name:", StringComparison.Ordinal) => $"name: {source.Name}\ntrust: {source.Trust.ToString(CultureInfo.InvariantCulture)}",
        _ when line.StartsWith("controller:", StringComparison.Ordinal) => $"controller: {controller}",
        _ when line.StartsWith("schedule:", StringComparison.Ordinal) || line.StartsWith("  rate:", StringComparison.Ordinal) => null,
        _ when line.StartsWith("  url:", StringComparison.Ordinal) => "  url: {address}\n  network: { allow: [127.0.0.0/8] }",
        _ => Key().Replace(line, "{secret}"),
    }).Where(line => line is not null));

    private static string Read(string name)
    {
        using var stream = typeof(DemoDocuments).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // A JSON string is a YAML string.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    [GeneratedRegex(@"\{(?<what>controller|address|user|secret|file|database)(:(?<of>[^}]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("env:[A-Z_]+", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
