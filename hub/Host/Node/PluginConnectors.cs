using System.Reflection;
using System.Runtime.Loader;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Settings;

namespace IntegrationHub.Host.Node;

/// <summary>Loads the connectors of third parties: those assemblies alone that the settings name, each with its own dependencies beside it.</summary>
public static class PluginConnectors
{
    /// <exception cref="DocumentException">An assembly cannot be read, names no connector, was built against another contract, or takes a name that is taken.</exception>
    public static IReadOnlyList<Connector> Load(HostSettings settings)
    {
        var taken = Catalogues.Connectors.All.Select(connector => connector.Manifest.Name).ToHashSet(StringComparer.Ordinal);
        var loaded = settings.Plugins.SelectMany(Open).ToList();
        return loaded.Find(connector => !taken.Add(connector.Manifest.Name)) is { } twice
            ? throw Wrong($"The plug-in connector \"{twice.Manifest.Name}\" takes the name of another connector: its author must rename it.")
            : loaded;
    }

    private static List<Connector> Open(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw Wrong($"There is no plug-in {path}.");
        }

        try
        {
            var named = new PluginContext(full).LoadFromAssemblyPath(full).GetCustomAttributes<ConnectorPluginAttribute>().ToList();
            if (named.Count == 0)
            {
                throw Wrong($"{path} names no connector: its assembly lacks [assembly: ConnectorPlugin(typeof(…), \"{ConnectorPluginAttribute.Version}\")].");
            }

            return named.Find(plugin => !plugin.Fits) is { } other
                ? throw Wrong($"{path} was built against contract {other.Contract}; this hub has {ConnectorPluginAttribute.Version}: take the plug-in's version for it.")
                : [.. named.Select(plugin => (Connector)Activator.CreateInstance(plugin.Connector)!)];
        }
        catch (Exception error) when (error is BadImageFormatException or FileLoadException or FileNotFoundException or MissingMethodException or TypeLoadException or InvalidCastException)
        {
            throw Wrong($"{path} cannot be loaded as a connector ({error.GetType().Name}): is it built for this version of .NET and of the hub?");
        }
    }

    private static DocumentException Wrong(string message) => new([new DocumentError(new DocumentPosition("settings", 1, 1), "plugins", "plugin", message)]);

    // The plug-in's own packages come from its folder; the contracts are the hub's, or its types would not be ours. So is RestEase: our pipeline reads its attributes.
    private sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name!.StartsWith("IntegrationHub.", StringComparison.Ordinal) || assemblyName.Name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || assemblyName.Name == "RestEase" ? null
                : _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }
}
