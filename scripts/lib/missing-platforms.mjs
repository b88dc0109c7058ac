/** The packages per system that an optional dependency names and the lock has no entry for. */
export function missingPlatforms(packages) {
  const missing = []
  for (const [owner, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (packages[`${owner}/node_modules/${name}`] ?? packages[`node_modules/${name}`]) continue
      const platform = platformOf(name)
      // Not a package per system: npm left it out for a reason of its own.
      if (!platform) continue
      missing.push({ path: `node_modules/${name}`, entry: { version, ...platform, ...(dev && { dev }), optional: true } })
    }
  }
  return missing
}

function platformOf(name) {
  const parts = name.split(/[/-]/)
  const os = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'].find((each) =>
    parts.includes(each),
  )
  const cpu = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'].find((each) => parts.includes(each))
  if (!os || !cpu) return
  const libc = parts.includes('musl')
    ? 'musl'
    : os === 'linux' && (parts.includes('gnu') || parts.includes('gnueabihf'))
      ? 'glibc'
      : undefined
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) }
}
