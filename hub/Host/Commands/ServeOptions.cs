using System.CommandLine;
using System.Globalization;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Options of commands that serve.</summary>
public sealed class ServeOptions
{
    private readonly NodeOptions _node;
    private readonly Option<int?> _port;

    public ServeOptions(Words words)
    {
        _node = new NodeOptions(words);
        _port = new Option<int?>("--port") { Description = words["serve.port"], HelpName = "N" };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_port);
        _node.AddTo(command);
    }

    public HostSettings Read(ParseResult parsed, params IEnumerable<(string Name, string Value, string Option)> more) => _node.Read(
        parsed,
        parsed.GetValue(_port) is { } port
            ? [.. more, ("listen", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), "--port")]
            : more);
}
